// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Several viewers at once, among them one that reads nothing. */
class ViewersTest {
  private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");
  private static final Pattern PICTURE = Pattern.compile("\"picture\":(\\d+)");
  private static final int PIPELINED = 400;

  private static int number(Pattern field, String state) {
    Matcher matcher = field.matcher(state);
    assertThat(matcher.find()).as(state).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  /** Asks for states until so many different pictures were told. */
  private static void follow(URI page, String viewer, int pictures) throws IOException {
    Set<Integer> seen = new HashSet<>();
    int known = -1;
    while (seen.size() < pictures) {
      RawHttp state = RawHttp.get(page, "/state.json?viewer=" + viewer + "&after=" + known);
      assertThat(state.status()).isEqualTo(200);
      known = number(SEQUENCE, state.body());
      seen.add(number(PICTURE, state.body()));
    }
  }

  private static Socket askAndReadNothing(URI page) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(page.getHost(), page.getPort()));
    String request = "GET /picture.jpg HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.repeat(PIPELINED).getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  @Test
  void oneThatReadsNothingDelaysNobodyAndIsEnded() throws Exception {
    PageLimits limits = PageLimits.defaults().withSilence(Duration.ofSeconds(1));
    PageAddress address = PageAddress.of("127.0.0.1", 0, Optional.empty());
    try (LivePage page = LivePage.start(address, limits, "clip.mp4");
        Feed feed = Feed.start(page, Feed.noise(), Feed.imagenet(Feed.TABBY))) {
      URI uri = page.uri();
      follow(uri, "healthy", 3);
      int picture = RawHttp.get(uri, "/picture.jpg").head().length();
      assertThat(picture).isPositive();
      try (Socket stalled = askAndReadNothing(uri)) {
        long before = feed.frames();
        follow(uri, "healthy", 5);
        follow(uri, "another", 5);
        assertThat(feed.frames()).isGreaterThan(before + 5);
        while (page.connections() > 0) {
          follow(uri, "healthy", 1);
        }
        assertThat(pictures(stalled)).isLessThan(PIPELINED);
      }
      follow(uri, "healthy", 3);
      assertThat(page.viewers()).isEqualTo(2);
    }
  }

  /** How many answers had been sent before the connection ended. */
  private static int pictures(Socket stalled) throws IOException {
    stalled.setSoTimeout(10_000);
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[65536];
    InputStream in = stalled.getInputStream();
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        text.append(new String(buffer, 0, count, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketException e) {
      assertThat(e).hasMessageContaining("reset");
    }
    return text.toString().split("HTTP/1.1 200", -1).length - 1;
  }

  @Test
  void oneTooManyIsToldSo() throws Exception {
    PageAddress address = PageAddress.of("127.0.0.1", 0, Optional.empty());
    try (LivePage page = LivePage.start(address, "clip.mp4")) {
      for (int i = 0; i < 32; i++) {
        follow(page.uri(), "v" + i, 1);
      }
      RawHttp refused = RawHttp.get(page.uri(), "/state.json?viewer=v32&after=-1");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.head()).contains("Retry-After: 5");
      assertThat(refused.body()).contains("As many viewers as allowed have this page open");
      assertThat(page.viewers()).isEqualTo(32);
      follow(page.uri(), "v7", 1);
    }
  }
}
