// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests as they go over the wire, with any header and method. */
record RawHttp(int status, String head, String body) {
  /** Sends {@code GET PATH} with the usual headers. */
  static RawHttp get(URI page, String path) throws IOException {
    return send(page, "GET " + path, "Host: " + page.getAuthority());
  }

  /** Sends a request line without its version, and these headers. */
  static RawHttp send(URI page, String request, String... headers) throws IOException {
    try (Socket socket = new Socket(page.getHost(), page.getPort())) {
      socket.setSoTimeout(10_000);
      StringBuilder text = new StringBuilder(request + " HTTP/1.1\r\n");
      for (String header : headers) {
        text.append(header).append("\r\n");
      }
      text.append("Connection: close\r\n\r\n");
      socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.UTF_8));
      return parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
    }
  }

  private static RawHttp parse(String answer) {
    int end = answer.indexOf("\r\n\r\n");
    String body = answer.substring(end + 4);
    return new RawHttp(
        Integer.parseInt(answer.substring(9, 12)),
        answer.substring(0, end),
        new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
  }
}
