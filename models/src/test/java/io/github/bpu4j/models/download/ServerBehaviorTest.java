// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that refuse, point elsewhere, are slow or silent, or know no ranges. */
final class ServerBehaviorTest {
  private static final byte[] CONTENT = DownloadFixture.content(1);
  private static final String V1 = "\"v1\"";

  @TempDir private Path folder;
  private DownloadFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new DownloadFixture(folder);
  }

  @Test
  void refusalsAreFinal() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      server.next(Answers.status(404), Answers.status(403), Answers.status(418));
      Wanted wanted = fixture.pinned(server, CONTENT);
      DownloadOptions options = fixture.options().build();
      assertThat(fixture.fails(wanted, options))
          .isEqualTo(
              wanted.url() + ": the server answers 404: there is no such file; it may be gone");
      assertThat(fixture.fails(wanted, options))
          .contains("the server answers 403: it does not give this file to you");
      assertThat(fixture.fails(wanted, options)).contains("answers 418, expected 200");
      assertThat(server.ranges()).hasSize(3);
    }
  }

  @Test
  void aRefusalKeepsWhatIsThere() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      server.next(Answers.cut(CONTENT, V1, 700), Answers.status(403));
      Wanted wanted = fixture.pinned(server, CONTENT);
      fixture.fails(wanted, fixture.options().build());
      fixture.succeeds(wanted, fixture.options().build(), CONTENT);
      assertThat(server.ranges()).containsExactly("all", "bytes=700-", "bytes=700-");
    }
  }

  @Test
  void waitsAsAskedButNotForHours() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      server.next(Answers.status(429, "Retry-After", "0"), Answers.status(500));
      fixture.succeeds(fixture.pinned(server, CONTENT), fixture.options().build(), CONTENT);
      server.next(Answers.status(503, "Retry-After", "7200"));
      assertThat(
              fixture.fails(
                  new Wanted(
                      server.url("g"), folder.resolve("g"), OptionalLong.empty(), Optional.empty()),
                  fixture.options().build()))
          .contains("the server answers 503 and asks to wait 7200 s");
    }
  }

  @Test
  void followsRedirects() throws IOException {
    try (TestServer other = TestServer.plain(Answers.file(CONTENT, V1));
        TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      server.next(
          Answers.status(301, "Location", "/moved"),
          Answers.status(307, "Location", other.url("x").toString()));
      fixture.succeeds(fixture.pinned(server, CONTENT), fixture.options().build(), CONTENT);
      assertThat(other.ranges()).hasSize(1);
    }
  }

  @Test
  void doesNotFollowForEver() throws IOException {
    try (TestServer server = TestServer.plain(Answers.status(302, "Location", "again"))) {
      assertThat(fixture.fails(fixture.pinned(server, CONTENT), fixture.options().build()))
          .contains("redirects more than 5 times");
      assertThat(server.ranges()).hasSize(6);
      server.usual(Answers.status(302, "Location", "ftp://x.test/file"));
      assertThat(fixture.fails(fixture.pinned(server, CONTENT), fixture.options().build()))
          .contains("is not the address of a web server");
    }
  }

  @Test
  void refusesHttpUnlessAllowed() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      assertThat(
              fixture.fails(
                  fixture.pinned(server, CONTENT), fixture.options().allowHttp(false).build()))
          .contains("is not encrypted", "BPU4J_MODELS_ALLOW_HTTP=true");
      assertThat(server.ranges()).isEmpty();
    }
  }

  @Test
  void leavesSilentServers() throws IOException {
    Duration brief = Duration.ofMillis(300);
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      server.next(
          Answers.silentAfter(CONTENT, V1, -1),
          Answers.silentAfter(CONTENT, V1, 0),
          Answers.silentAfter(CONTENT, V1, 40000));
      fixture.succeeds(
          fixture.pinned(server, CONTENT),
          fixture.options().attempts(4).stallTimeout(brief).build(),
          CONTENT);
      assertThat(server.ranges()).containsExactly("all", "all", "all", "bytes=40000-");
      assertThat(fixture.notes.get(0)).contains("did not answer within 0.3 s");
      assertThat(fixture.notes.get(1)).contains("sent only 0 bytes in 0.3 s");
    }
  }

  @Test
  void leavesServersThatSendNextToNothing() throws IOException {
    try (TestServer server = TestServer.plain(Answers.slow(CONTENT, 1, 20))) {
      assertThat(
              fixture.fails(
                  fixture.pinned(server, CONTENT),
                  fixture.options().attempts(2).stallTimeout(Duration.ofMillis(300)).build()))
          .contains(" bytes in 0.3 s")
          .contains("gave up after 2 tries");
    }
  }

  @Test
  void hasPatienceWithSlowServers() throws IOException {
    try (TestServer server = TestServer.plain(Answers.slow(CONTENT, 4000, 40))) {
      fixture.succeeds(
          fixture.pinned(server, CONTENT),
          fixture.options().stallTimeout(Duration.ofMillis(900)).build(),
          CONTENT);
      assertThat(server.ranges()).hasSize(1);
    }
  }

  @Test
  void startsAgainWhereThereAreNoRanges() throws IOException {
    try (TestServer server = TestServer.plain(Answers.plain(CONTENT))) {
      server.next(Answers.cut(CONTENT, V1, 50000));
      fixture.succeeds(fixture.pinned(server, CONTENT), fixture.options().build(), CONTENT);
      assertThat(server.ranges()).containsExactly("all", "bytes=50000-");
      assertThat(fixture.transfers.stream().map(Transfer::received)).endsWith(100_000L);
    }
  }

  @Test
  void nobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Wanted nobody =
        new Wanted(
            URI.create("http://127.0.0.1:" + port + "/f"),
            fixture.target(),
            OptionalLong.empty(),
            Optional.empty());
    assertThat(fixture.fails(nobody, fixture.options().attempts(1).build()))
        .contains("cannot connect; check the network, the proxy and the base URL");
  }

  @Test
  void asksTheProxy() throws IOException {
    try (TestServer proxy = TestServer.plain(Answers.file(CONTENT, V1))) {
      Wanted wanted =
          new Wanted(
              URI.create("http://models.invalid/model.bin"),
              fixture.target(),
              OptionalLong.empty(),
              Optional.of(fixture.sha256(CONTENT)));
      fixture.succeeds(
          wanted, fixture.options().proxy(ProxySelector.of(proxy.address())).build(), CONTENT);
      assertThat(proxy.ranges()).hasSize(1);
    }
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, V1))) {
      fixture.succeeds(fixture.pinned(server, CONTENT), fixture.options().build(), CONTENT);
    }
    assertThat(fixture.transfers.stream().map(Transfer::received)).isSorted().endsWith(100_000L);
    Transfer half = new Transfer("f", 100, 600, OptionalLong.of(1100), Duration.ofSeconds(2));
    assertThat(half.bytesPerSecond()).isEqualTo(250);
    assertThat(half.timeLeft()).contains(Duration.ofSeconds(2));
    assertThat(new Transfer("f", 0, 0, OptionalLong.of(9), Duration.ZERO).timeLeft()).isEmpty();
  }
}
