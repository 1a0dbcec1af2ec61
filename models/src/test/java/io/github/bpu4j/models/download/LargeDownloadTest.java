// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file larger than the heap of these tests, which is 64 MB; 1 GB in the profile {@code large}.
 */
final class LargeDownloadTest {
  private static final long BYTES = Long.getLong("bpu4j.models.test.bytes", 100L << 20);
  private static final int PIECE = 1 << 20;

  @TempDir private Path folder;

  @Test
  void takesNoMoreMemoryThanASmallOne() throws Exception {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThan(80L << 20).isLessThan(BYTES);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int piece = 0; piece < BYTES / PIECE; piece++) {
      digest.update(piece(piece));
    }
    String expected = HexFormat.of().formatHex(digest.digest());
    try (TestServer server = TestServer.plain(LargeDownloadTest::send)) {
      CompletePart part =
          new Download(
                  new Wanted(
                      server.url("large"),
                      folder.resolve("large"),
                      OptionalLong.of(BYTES),
                      Optional.of(expected)),
                  new DownloadFixture(folder).options().listener(new DownloadListener() {}).build())
              .run();
      assertThat(Files.size(part.part())).isEqualTo(BYTES);
    }
  }

  private static void send(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, BYTES);
    OutputStream out = exchange.getResponseBody();
    for (int piece = 0; piece < BYTES / PIECE; piece++) {
      out.write(piece(piece));
    }
  }

  private static byte[] piece(int number) {
    byte[] bytes = new byte[PIECE];
    bytes[0] = (byte) number;
    bytes[1] = (byte) (number >> 8);
    return bytes;
  }
}
