// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ends the wait for a server that sends nothing, or next to nothing. */
final class StallWatch {
  /** A server that sends less in one span of time is taken for a silent one. */
  private static final long LEAST = 1024;

  private final URI url;
  private final Duration span;
  private long spanStart = System.nanoTime();
  private long inSpan;

  StallWatch(URI url, Duration span) {
    this.url = url;
    this.span = span;
  }

  /** Returns the next piece; an empty one at the end. */
  List<ByteBuffer> next(BodyPieces body) throws IOException, InterruptedException {
    Optional<List<ByteBuffer>> piece = within(body, left());
    while (piece.isEmpty()) {
      endSpan();
      piece = within(body, span);
    }
    for (ByteBuffer bytes : piece.get()) {
      inSpan += bytes.remaining();
    }
    if (left().isNegative()) {
      endSpan();
    }
    return piece.get();
  }

  private Optional<List<ByteBuffer>> within(BodyPieces body, Duration wait)
      throws IOException, InterruptedException {
    try {
      return body.next(wait);
    } catch (IOException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw DownloadException.passing(url + ": the connection broke: " + reason.getMessage(), e);
    }
  }

  private void endSpan() throws DownloadException {
    if (inSpan < LEAST) {
      throw DownloadException.passing(
          "%s sent only %d bytes in %s".formatted(url, inSpan, Text.seconds(span)));
    }
    spanStart = System.nanoTime();
    inSpan = 0;
  }

  private Duration left() {
    return span.minusNanos(System.nanoTime() - spanStart);
  }
}
