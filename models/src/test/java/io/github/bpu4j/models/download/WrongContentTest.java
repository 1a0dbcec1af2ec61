// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that is not the wanted one never ends up in a file. */
final class WrongContentTest {
  private static final byte[] OLD = DownloadFixture.content(1);
  private static final byte[] NEW = DownloadFixture.content(2);
  private static final String V1 = "\"v1\"";
  private static final String V2 = "\"v2\"";

  @TempDir private Path folder;
  private DownloadFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new DownloadFixture(folder);
  }

  @Test
  void changedBetweenTwoHalves() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(NEW, V2))) {
      server.next(Answers.cut(OLD, V1, 50000));
      fixture.succeeds(fixture.pinned(server, NEW), fixture.options().build(), NEW);
      assertThat(server.ranges()).containsExactly("all", "bytes=50000-");
    }
  }

  @Test
  void changedBetweenTwoHalvesWithoutAHash() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(NEW, V2))) {
      server.next(Answers.cut(OLD, V1, 50000));
      fixture.succeeds(fixture.unpinned(server), fixture.options().build(), NEW);
    }
  }

  @Test
  void changedOnAServerThatIgnoresTheCondition() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(NEW, V2))) {
      server.next(Answers.cut(OLD, V1, 50000), Answers.carelessRest(NEW, V2));
      fixture.succeeds(fixture.pinned(server, NEW), fixture.options().build(), NEW);
      assertThat(server.ranges()).containsExactly("all", "bytes=50000-", "all");
    }
  }

  @Test
  void changedOnAServerThatTellsNothing() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(NEW, V2))) {
      server.next(Answers.cut(OLD, V1, 50000), Answers.carelessRest(NEW, null));
      fixture.succeeds(fixture.pinned(server, NEW), fixture.options().build(), NEW);
      assertThat(server.ranges()).containsExactly("all", "bytes=50000-", "all");
      assertThat(fixture.notes.get(1)).contains("is not the published file");
    }
  }

  @Test
  void shorterThanWhatIsThere() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(NEW, V2))) {
      server.next(Answers.cut(OLD, V1, 50000), Answers.status(416));
      fixture.succeeds(fixture.pinned(server, NEW), fixture.options().build(), NEW);
      assertThat(server.ranges()).containsExactly("all", "bytes=50000-", "all");
    }
  }

  @Test
  void wrongLength() throws IOException {
    byte[] shorter = Arrays.copyOf(OLD, 99_000);
    try (TestServer server = TestServer.plain(Answers.file(shorter, V1))) {
      assertThat(fixture.fails(fixture.pinned(server, OLD), fixture.options().build()))
          .contains("has 99000 bytes, expected 100000; it is not the published file");
      assertThat(server.ranges()).hasSize(1);
    }
  }

  @Test
  void wrongLengthInChunks() throws IOException {
    byte[] longer = Arrays.copyOf(OLD, 101_000);
    try (TestServer server = TestServer.plain(Answers.chunked(longer))) {
      assertThat(fixture.fails(fixture.pinned(server, OLD), fixture.options().build()))
          .contains("has more than the expected 100000 bytes");
      server.usual(Answers.chunked(Arrays.copyOf(OLD, 99_000)));
      assertThat(fixture.fails(fixture.pinned(server, OLD), fixture.options().build()))
          .contains("ended after 99000 of 100000 bytes");
      server.usual(Answers.chunked(OLD));
      fixture.succeeds(fixture.pinned(server, OLD), fixture.options().build(), OLD);
    }
  }

  @Test
  void wrongHash() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(NEW, V2))) {
      assertThat(fixture.fails(fixture.pinned(server, OLD), fixture.options().build()))
          .contains(
              "is not the published file: 100000 bytes with SHA-256 " + fixture.sha256(NEW),
              ", expected " + fixture.sha256(OLD) + "; it was deleted");
      assertThat(server.ranges()).hasSize(1);
      assertThat(fixture.names()).isEmpty();
    }
  }

  @Test
  void compressed() throws IOException {
    try (TestServer server =
        TestServer.plain(
            exchange -> {
              exchange.getResponseHeaders().set("Content-Encoding", "gzip");
              Answers.plain(OLD).to(exchange);
            })) {
      assertThat(fixture.fails(fixture.pinned(server, OLD), fixture.options().build()))
          .contains("comes compressed (gzip), expected the file as it is");
      assertThat(server.ranges()).hasSize(1);
    }
  }

  @Test
  void aWebPageInItsPlace() throws IOException {
    try (TestServer server =
        TestServer.plain(
            exchange -> {
              exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
              Answers.plain(OLD).to(exchange);
            })) {
      assertThat(fixture.fails(fixture.unpinned(server), fixture.options().build()))
          .contains("is a web page, expected a model file");
    }
  }
}
