// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.testsupport.browser.HeadlessBrowser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page in a real browser. */
class LivePageBrowserTest {
  private static final String TOKEN = "correct-horse";
  private static final ImageFrame RED = Feed.color(220, 20, 20);
  private static final ImageFrame BLUE = Feed.color(20, 20, 220);
  private static final String HOSTILE = "<img src=x onerror=\"document.title='hacked'\">";

  @BeforeAll
  static void needsABrowser() {
    assumeTrue(HeadlessBrowser.isInstalled(), "Chromium is not installed");
  }

  private static void waitForText(HeadlessBrowser browser, String selector, String text)
      throws InterruptedException {
    browser.waitUntil(
        selector + " shows " + text, () -> browser.find(selector).getText().contains(text));
  }

  /** Red and blue of the shown picture's middle. */
  private static List<?> middle(HeadlessBrowser browser) {
    Object pixel =
        browser.evaluate(
            """
            const image = document.getElementById("picture");
            const canvas = document.createElement("canvas");
            canvas.width = image.naturalWidth;
            canvas.height = image.naturalHeight;
            const context = canvas.getContext("2d");
            if (canvas.width === 0) return [0, 0];
            context.drawImage(image, 0, 0);
            const pixel = context.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data;
            return [pixel[0] > 150, pixel[2] > 150];
            """);
    return (List<?>) pixel;
  }

  private static void waitForPicture(HeadlessBrowser browser, boolean red)
      throws InterruptedException {
    browser.waitUntil(
        red ? "a red picture" : "a blue picture", () -> middle(browser).equals(List.of(red, !red)));
  }

  @Test
  void followsTheStreamThroughARestart() throws Exception {
    LivePage page = LivePage.start(PageAddress.of("127.0.0.1", 0, Optional.empty()), "clip.mp4");
    int port = page.uri().getPort();
    try (HeadlessBrowser browser = HeadlessBrowser.start("en-US")) {
      try (page;
          Feed feed = Feed.start(page, RED, Feed.imagenet(Feed.TABBY))) {
        browser.open(page.uri());
        waitForText(browser, "#labels li .name", "tabby");
        waitForPicture(browser, true);
        assertThat(browser.find("#connection").getText()).isEqualTo("live");
        assertThat(browser.find("#labels").getText()).contains("80.0 %", "goldfish");
        assertThat(browser.find("#rate").getText()).isEqualTo("100.0");
        assertThat(browser.find("#latency").getText()).isEqualTo("7.0 ms");
        assertThat(browser.visibleText()).contains("Simulated", "dropped");

        feed.show(BLUE, Feed.imagenet(Feed.ESPRESSO));
        waitForText(browser, "#labels li .name", "espresso");
        waitForPicture(browser, false);
        assertThat(browser.consoleMessages()).isEmpty();
        assertThat(browser.requestedResources())
            .allMatch(address -> address.startsWith("http://127.0.0.1:" + port + "/"));
      }
      waitForText(browser, "#connection", "connection lost, trying again");
      try (LivePage again =
              LivePage.start(PageAddress.of("127.0.0.1", port, Optional.empty()), "next.mp4");
          Feed feed = Feed.start(again, RED, Feed.imagenet(Feed.TABBY))) {
        waitForText(browser, "#connection", "live");
        waitForText(browser, "#title", "next.mp4");
        waitForPicture(browser, true);
        assertThat(feed.frames()).isPositive();
      }
    }
  }

  @Test
  void speaksChineseFitsOnAPhoneAndKeepsTheTokenOutOfTheAddress() throws Exception {
    PageAddress address = PageAddress.of("127.0.0.1", 0, Optional.of(TOKEN));
    LiveResult hostile =
        Feed.answer(List.of(new Category(0, HOSTILE, HOSTILE, .9f), category("x".repeat(200))));
    try (LivePage page = LivePage.start(address, "rtsp://" + "a".repeat(200));
        Feed feed = Feed.start(page, RED, Feed.imagenet(Feed.TABBY));
        HeadlessBrowser browser = HeadlessBrowser.start("zh-CN")) {
      browser.showAsOnPhone();
      browser.open(page.uri());
      waitForText(browser, "#labels li .name", "虎斑猫");
      waitForPicture(browser, true);
      assertThat(browser.visibleText()).contains("直播中", "每秒帧数").doesNotContain("dropped");
      assertThat(browser.evaluate("return location.href + document.cookie;"))
          .asString()
          .doesNotContain(TOKEN);
      browser.find("#language").click();
      assertThat(browser.find("#labels li .name").getText()).contains("tabby");
      assertThat(browser.visibleText()).contains("live").doesNotContain("直播中");

      page.event(HOSTILE + "y".repeat(300));
      feed.show(BLUE, hostile);
      waitForText(browser, "#labels li .name", HOSTILE);
      waitForText(browser, "#events", HOSTILE);
      assertThat(browser.findAll("#labels img, #events img")).isEmpty();
      assertThat(browser.evaluate("return document.title;")).asString().doesNotContain("hacked");
      assertThat(browser.overflowsSideways()).isFalse();
      assertThat(browser.consoleMessages()).isEmpty();
    }
  }

  private static Category category(String name) {
    return new Category(1, name, name, .1f);
  }
}
