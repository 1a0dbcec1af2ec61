// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import com.sun.net.httpserver.HttpExchange;
import io.github.bpu4j.models.download.TestServer.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** What servers do, right and wrong. */
public final class Answers {
  private Answers() {}

  /** What breaks a connection. */
  private static final class Cut extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** A good server: ETag, Range and If-Range. */
  public static Answer file(byte[] content, String etag) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", etag);
      int from = from(exchange);
      if (from > 0 && etag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
        rest(exchange, content, from);
      } else {
        exchange.sendResponseHeaders(200, content.length);
        write(exchange, content, 0, content.length);
      }
    };
  }

  /** Ranges without a look at If-Range, and without an ETag if that is null. */
  static Answer carelessRest(byte[] content, String etag) {
    return exchange -> {
      if (etag != null) {
        exchange.getResponseHeaders().set("ETag", etag);
      }
      rest(exchange, content, from(exchange));
    };
  }

  /** A server that knows no ranges and no versions. */
  static Answer plain(byte[] content) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      write(exchange, content, 0, content.length);
    };
  }

  /** Announces all of the content, or of the rest, and breaks off after so many bytes of it. */
  public static Answer cut(byte[] content, String etag, int after) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", etag);
      int from = from(exchange);
      if (from > 0) {
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
      }
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
      write(exchange, content, from, from + after);
      throw new Cut();
    };
  }

  /** The same in chunks, whose sum nobody announces; all of them are sent if {@code after} is. */
  static Answer cutChunked(byte[] content, int after) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      write(exchange, content, 0, after);
      throw new Cut();
    };
  }

  static Answer chunked(byte[] content) {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      write(exchange, content, 0, content.length);
    };
  }

  /** Breaks the connection instead of answering. */
  static Answer noAnswer() {
    return exchange -> {
      throw new Cut();
    };
  }

  static Answer status(int code, String... headers) {
    return exchange -> {
      for (int at = 0; at < headers.length; at += 2) {
        exchange.getResponseHeaders().set(headers[at], headers[at + 1]);
      }
      exchange.sendResponseHeaders(code, -1);
    };
  }

  /** Sends so many bytes of the content, and then nothing, until the client leaves. */
  static Answer silentAfter(byte[] content, String etag, int after) {
    return exchange -> {
      if (after >= 0) {
        exchange.getResponseHeaders().set("ETag", etag);
        exchange.sendResponseHeaders(200, content.length);
        write(exchange, content, 0, after);
      }
      pause(60_000);
    };
  }

  /** Sends pieces with pauses between them. */
  static Answer slow(byte[] content, int piece, int pauseMillis) {
    return exchange -> {
      exchange.sendResponseHeaders(200, content.length);
      for (int at = 0; at < content.length; at += piece) {
        write(exchange, content, at, Math.min(content.length, at + piece));
        pause(pauseMillis);
      }
    };
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int from(HttpExchange exchange) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    return range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
  }

  private static void rest(HttpExchange exchange, byte[] content, int from) throws IOException {
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    exchange.sendResponseHeaders(206, content.length - from);
    write(exchange, content, from, content.length);
  }

  private static void write(HttpExchange exchange, byte[] content, int from, int to)
      throws IOException {
    OutputStream out = exchange.getResponseBody();
    out.write(Arrays.copyOfRange(content, from, to));
    out.flush();
  }
}
