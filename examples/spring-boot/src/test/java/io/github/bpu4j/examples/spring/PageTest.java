// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.testsupport.browser.HeadlessBrowser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The page in a real browser, as its users see and use it. */
class PageTest {
  private static final String ANSWERED = "article img";
  private static final Path SCREENSHOTS = Path.of("target");

  /** Builds a file in the page and fires the event that carries it there. */
  private static final String HAND_OVER =
      """
      const [kind, name, base64] = arguments;
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type: "image/png" }));
      const options = { bubbles: true, cancelable: true };
      document.getElementById("drop").dispatchEvent(kind === "drop"
        ? new DragEvent("drop", { ...options, dataTransfer: data })
        : new ClipboardEvent("paste", { ...options, clipboardData: data }));
      """;

  private static RunningService service;
  private static HeadlessBrowser browser;

  @BeforeAll
  static void start() {
    assumeTrue(HeadlessBrowser.isInstalled(), "no Chromium: apt install chromium chromium-driver");
    service = RunningService.start();
    browser = HeadlessBrowser.start("en-US");
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (service != null) {
      service.close();
    }
  }

  @AfterEach
  void theBrowserHasNoComplaint() {
    assertThat(browser.consoleMessages()).isEmpty();
  }

  private static void handOver(HeadlessBrowser browser, String kind, String name, byte[] file) {
    browser.evaluate(HAND_OVER, kind, name, Base64.getEncoder().encodeToString(file));
  }

  private static void awaitAnswers(HeadlessBrowser browser, int count) throws InterruptedException {
    browser.waitUntil(
        count + " answers", () -> browser.findAll("#answers article").size() == count);
    browser.waitUntil(
        "pictures are shown",
        () ->
            Boolean.TRUE.equals(
                browser.evaluate(
                    "return [...document.querySelectorAll('article img')]"
                        + ".every((img) => img.complete && img.naturalWidth > 0);")));
  }

  @Test
  void aDroppedPictureIsAnsweredWithTheAnnotatedPicture() throws Exception {
    browser.open(service.root());
    handOver(browser, "drop", "chelsea.png", RunningService.picture("chelsea.png"));
    awaitAnswers(browser, 1);
    WebElement image = browser.find(ANSWERED);
    assertThat(image.getDomAttribute("src")).startsWith("data:image/jpeg;base64,");
    assertThat(image.getDomAttribute("alt")).isEqualTo("Egyptian cat");
    assertThat(browser.find("article h2").getText()).isEqualTo("chelsea.png");
    assertThat(browser.findAll("article li")).hasSize(5);
    assertThat(browser.find("article li").getText()).matches("(?s)Egyptian cat\\s+\\d+\\.\\d %");
    assertThat(browser.find("article .how").getText()).matches(".* on onnx, \\d+ ms");
    browser.screenshot(SCREENSHOTS.resolve("page-1280.png"));
  }

  @Test
  void chosenAndPastedPicturesAreAnsweredTooNewestFirst() throws Exception {
    browser.open(service.root());
    browser.find("#chooser").sendKeys(RunningService.path("coffee.png").toString());
    awaitAnswers(browser, 1);
    handOver(browser, "paste", "chelsea.png", RunningService.picture("chelsea.png"));
    awaitAnswers(browser, 2);
    assertThat(browser.findAll("article h2").stream().map(WebElement::getText))
        .containsExactly("chelsea.png", "coffee.png");
  }

  @Test
  void aFileThatIsNoPictureIsExplained() throws Exception {
    browser.open(service.root());
    handOver(browser, "drop", "notes.png", new byte[] {1, 2, 3});
    awaitAnswers(browser, 1);
    assertThat(browser.find("article.bad .how").getText()).contains("unknown format");
    assertThat(browser.consoleMessages())
        .as("the browser itself reports the status 400")
        .singleElement()
        .asString()
        .contains("400");
  }

  @Test
  void aHostileFileNameStaysText() throws Exception {
    String name = "<img src=x onerror=alert(1)>&\"'.png";
    browser.open(service.root());
    handOver(browser, "drop", name, RunningService.picture("chelsea.png"));
    awaitAnswers(browser, 1);
    assertThat(browser.find("article h2").getText()).isEqualTo(name);
    assertThat(browser.findAll("img[src=x]")).isEmpty();
  }

  @Test
  void onAPhoneAndInChineseItFitsTheWindow() throws Exception {
    try (HeadlessBrowser phone = HeadlessBrowser.start("zh-CN")) {
      phone.showAsOnPhone();
      phone.open(service.root());
      assertThat(phone.visibleText()).contains("图片里是什么？", "把图片拖到这里", "English");
      handOver(phone, "drop", "chelsea.png", RunningService.picture("chelsea.png"));
      awaitAnswers(phone, 1);
      assertThat(phone.find("article li").getText()).startsWith("埃及猫");
      assertThat(phone.overflowsSideways()).isFalse();
      phone.screenshot(SCREENSHOTS.resolve("page-390-zh.png"));
      phone.find("#language").click();
      assertThat(phone.visibleText()).contains("What is in the picture?", "Egyptian cat");
      assertThat(phone.overflowsSideways()).isFalse();
      phone.screenshot(SCREENSHOTS.resolve("page-390.png"));
      assertThat(phone.consoleMessages()).isEmpty();
    }
  }

  /** A word of one language that the other lacks would show as "undefined". */
  @Test
  void bothLanguagesHaveTheSameWords() throws Exception {
    String script = Files.readString(Path.of("src/main/resources/static/page.js"));
    String[] words = script.substring(0, script.indexOf("\n};")).split("\n  zh: \\{", 2);
    assertThat(words).hasSize(2);
    assertThat(keys(words[0])).isEqualTo(keys(words[1])).hasSizeGreaterThan(10);
  }

  private static List<String> keys(String words) {
    return words
        .lines()
        .filter(line -> line.startsWith("    "))
        .map(line -> line.strip().split(":", 2)[0])
        .toList();
  }
}
