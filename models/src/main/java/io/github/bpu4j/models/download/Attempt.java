// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One request for what is missing of a file. */
final class Attempt {
  /** A file whose length nobody states may not fill the disk. */
  private static final long LONGEST_UNSTATED = 1L << 30;

  private final Wanted wanted;
  private final DownloadOptions options;
  private final PartFile part;

  Attempt(Wanted wanted, DownloadOptions options, PartFile part) {
    this.wanted = wanted;
    this.options = options;
    this.part = part;
  }

  /** Receives what is missing, or throws with what has come kept in the part. */
  void run(Requests requests) throws IOException, InterruptedException {
    Optional<PartOrigin> known = part.resumable();
    Optional<Requests.Rest> rest = Optional.empty();
    if (known.isPresent()) {
      rest = Optional.of(new Requests.Rest(part.size(), known.get().validator()));
    }
    HttpResponse<BodyPieces> response = requests.send(wanted.url(), rest);
    try {
      OptionalLong total = begin(new ResponseHead(response), known);
      receive(response.body(), total);
    } finally {
      response.body().cancel();
    }
  }

  /** Brings the part into the state that the body continues; returns the length of the file. */
  private OptionalLong begin(ResponseHead head, Optional<PartOrigin> known) throws IOException {
    if (head.outOfRange()) {
      part.restart(Optional.empty());
      throw DownloadException.passing(wanted.url() + ": what was there is longer than the file");
    }
    head.requireFile();
    if (head.partial()) {
      if (known.isEmpty() || !head.continues(known.get(), part.size())) {
        part.restart(Optional.empty());
        throw DownloadException.passing(
            wanted.url() + ": the server sent a piece that does not continue what was there");
      }
    } else {
      OptionalLong total = head.total();
      part.restart(head.validator().map(tag -> new PartOrigin(wanted.url(), tag, total)));
    }
    OptionalLong total = requireLength(head);
    DiskSpace.require(part.path(), total.orElse(wanted.bytes().orElse(0)) - part.size());
    return total;
  }

  private OptionalLong requireLength(ResponseHead head) throws DownloadException {
    OptionalLong total = head.total();
    if (total.isPresent() && wanted.bytes().isPresent() && !total.equals(wanted.bytes())) {
      throw DownloadException.lasting(
          "%s has %d bytes, expected %d; it is not the published file"
              .formatted(wanted.url(), total.getAsLong(), wanted.bytes().getAsLong()));
    }
    if (!head.hasEnd() && wanted.bytes().isEmpty() && wanted.sha256().isEmpty()) {
      throw DownloadException.lasting(
          wanted.url()
              + ": the server does not say how long the file is, so that a cut one could not be"
              + " told; name another base URL");
    }
    return total.isPresent() ? total : wanted.bytes();
  }

  private void receive(BodyPieces body, OptionalLong total)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    long resumed = part.size();
    long received = resumed;
    StallWatch watch = new StallWatch(wanted.url(), options.stallTimeout());
    while (true) {
      List<ByteBuffer> piece = watch.next(body);
      if (piece.isEmpty()) {
        break;
      }
      for (ByteBuffer bytes : piece) {
        received += bytes.remaining();
        requireNotTooLong(received, total);
        DiskSpace.append(part, bytes);
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      options.listener().progress(new Transfer(wanted.name(), resumed, received, total, elapsed));
    }
    if (total.isPresent() && received < total.getAsLong()) {
      throw DownloadException.passing(
          "%s ended after %d of %d bytes".formatted(wanted.url(), received, total.getAsLong()));
    }
  }

  private void requireNotTooLong(long received, OptionalLong total) throws IOException {
    long most = total.orElse(LONGEST_UNSTATED);
    if (received > most) {
      part.restart(Optional.empty());
      throw DownloadException.lasting(
          "%s has more than the expected %d bytes".formatted(wanted.url(), most));
    }
  }
}
