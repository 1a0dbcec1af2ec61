// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page over HTTP, as any client meets it. */
class LivePageTest {
  private static final String TOKEN = "correct-horse";

  private static LivePage start(String host, int port, Optional<String> token) throws IOException {
    return LivePage.start(PageAddress.of(host, port, token), "clip.mp4");
  }

  private static LivePage start() throws IOException {
    return start("127.0.0.1", 0, Optional.empty());
  }

  @Test
  void servesItsFilesWithAPolicyThatForbidsOthers() throws Exception {
    try (LivePage page = start()) {
      for (String path :
          new String[] {"/", "/page.css", "/page.js", "/live.css", "/live.js", "/icon.svg"}) {
        RawHttp answer = RawHttp.get(page.uri(), path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.head())
            .contains(
                "Content-Security-Policy: default-src 'self'",
                "X-Content-Type-Options: nosniff",
                "Referrer-Policy: no-referrer",
                "Cross-Origin-Resource-Policy: same-origin")
            .doesNotContain("Jetty", "Set-Cookie");
        assertThat(answer.body().replace("http://www.w3.org/2000/svg", ""))
            .doesNotContain("http://", "https://");
      }
    }
  }

  @Test
  void tellsTheNewestStateAndPicture() throws Exception {
    try (LivePage page = start();
        Feed feed = Feed.start(page, Feed.color(200, 30, 30), Feed.imagenet(Feed.TABBY))) {
      page.event("opened");
      assertThat(RawHttp.get(page.uri(), "/picture.jpg").status()).isEqualTo(503);
      RawHttp picture = RawHttp.get(page.uri(), "/picture.jpg");
      while (picture.status() == 503) {
        Thread.sleep(10);
        picture = RawHttp.get(page.uri(), "/picture.jpg");
      }
      RawHttp state = RawHttp.get(page.uri(), "/state.json");
      while (!state.body().contains("answer")) {
        Thread.sleep(10);
        state = RawHttp.get(page.uri(), "/state.json");
      }

      assertThat(picture.head()).contains("Content-Type: image/jpeg", "Cache-Control: no-store");
      assertThat(state.body())
          .contains("\"title\":\"clip.mp4\"", "\"name\":\"tabby, tabby cat\"", "虎斑猫")
          .contains("\"frames_per_second\":100.0", "\"latency_ms\":7.000", "\"text\":\"opened\"")
          .contains("\"simulated\":true", "\"score\":0.800000");
      assertThat(feed.frames()).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/nothing, 404",
    "/../pom.xml, 400",
    "/live.js/, 404",
    "/state.json?viewer=a, 400",
    "/state.json?after=1, 400",
    "/state.json?viewer=a;b&after=1, 400",
    "/state.json?viewer=a&after=99999999999, 400",
  })
  void refusesWhatItDoesNotKnow(String path, int status) throws Exception {
    try (LivePage page = start()) {
      assertThat(RawHttp.get(page.uri(), path).status()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
  void canOnlyBeRead(String method) throws Exception {
    try (LivePage page = start()) {
      RawHttp answer =
          RawHttp.send(page.uri(), method + " /", "Host: localhost", "Content-Length: 0");
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.head()).contains("Allow: GET, HEAD");
      assertThat(RawHttp.send(page.uri(), "HEAD /", "Host: localhost").body()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST:9000, 200",
    "127.0.0.1:80, 200",
    "[::1]:80, 200",
    "attacker.example, 403",
    "localhost.attacker.example, 403",
    "127.0.0.1.attacker.example:80, 403",
    "192.168.1.10, 403",
  })
  void answersOnLoopbackOnlyToLoopbackNames(String host, int status) throws Exception {
    try (LivePage page = start()) {
      RawHttp answer = RawHttp.send(page.uri(), "GET /state.json", "Host: " + host);
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.body().contains("clip.mp4")).isEqualTo(status == 200);
      assertThat(RawHttp.send(page.uri(), "GET /").status()).isEqualTo(400);
    }
  }

  @Test
  void asksForTheTokenOnEveryPath() throws Exception {
    try (LivePage page = start("0.0.0.0", 0, Optional.of(TOKEN))) {
      URI uri = page.uri();
      assertThat(uri.getQuery()).isEqualTo("token=" + TOKEN);
      for (String path : new String[] {"/", "/state.json", "/picture.jpg", "/nothing"}) {
        RawHttp without = RawHttp.get(uri, path);
        assertThat(without.status()).as(path).isEqualTo(401);
        assertThat(without.body()).contains("open the whole address that bpu4j watch printed");
        assertThat(without.head()).contains("WWW-Authenticate: Bearer");
        RawHttp wrong = RawHttp.get(uri, path + "?token=" + TOKEN + "x");
        assertThat(wrong.status()).as(path).isEqualTo(403);
        assertThat(wrong.head() + wrong.body()).doesNotContain(TOKEN);
      }
    }
  }

  @Test
  void takesTheTokenFromTheAddressThenFromACookieOrAHeader() throws Exception {
    try (LivePage page = start("0.0.0.0", 0, Optional.of(TOKEN))) {
      URI uri = page.uri();
      RawHttp first = RawHttp.get(uri, "/?token=" + TOKEN);
      String cookie = "bpu4j-" + uri.getPort() + "=" + TOKEN;
      assertThat(first.status()).isEqualTo(200);
      assertThat(first.head())
          .contains("Set-Cookie: " + cookie + "; Path=/; HttpOnly; SameSite=Strict");

      String host = "Host: board.example";
      String state = "GET /state.json";
      assertThat(RawHttp.send(uri, state, host, "Cookie: a=b; " + cookie).status()).isEqualTo(200);
      assertThat(RawHttp.send(uri, state, host, "Cookie: " + cookie + "x").status()).isEqualTo(403);
      assertThat(RawHttp.send(uri, state, host, "Authorization: Bearer " + TOKEN).status())
          .isEqualTo(200);
      assertThat(RawHttp.send(uri, state, host, "Authorization: Bearer nothing1").status())
          .isEqualTo(403);
    }
  }

  @Test
  void namesAPortThatIsTaken() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> start("127.0.0.1", port, Optional.empty()))
          .isInstanceOf(IOException.class)
          .hasMessage(
              "port " + port + " of 127.0.0.1 is taken; use another, or 0 for any free one");
    }
  }

  @Test
  void namesAnAddressOfAnotherMachine() {
    assertThatThrownBy(() -> start("192.0.2.1", 0, Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("port 0 of 192.0.2.1 cannot be opened")
        .hasMessageContaining("use an address of this machine");
  }

  @Test
  void givesThePortAndItsThreadsBackEvenWhenInterrupted() throws Exception {
    LivePage page = start();
    URI uri = page.uri();
    Thread.currentThread().interrupt();
    page.close();
    assertThat(Thread.interrupted()).isTrue();
    page.close();
    try (LivePage again = start("127.0.0.1", uri.getPort(), Optional.empty())) {
      assertThat(again.uri()).isEqualTo(uri);
      assertThat(RawHttp.get(uri, "/").status()).isEqualTo(200);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("bpu4j-page"));
  }
}
