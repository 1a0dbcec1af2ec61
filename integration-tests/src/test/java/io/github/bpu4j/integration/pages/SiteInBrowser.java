// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.integration.Repository;
import io.github.bpu4j.testsupport.browser.HeadlessBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WebElement;

/** The site that {@code release/site} made, in a browser; {@code verify} does not run this. */
final class SiteInBrowser {
  private static final Path SITE = Repository.root().resolve("target/site");
  private static final Path PICTURES = SITE.resolveSibling("site-pictures");
  private static final List<String> SHOWN =
      List.of("index", "architecture", "pixels", "performance", "zh/index", "zh/pixels");

  private HeadlessBrowser browser;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(PICTURES);
    assertThat(SITE.resolve("index.html")).as("made by release/site").exists();
    browser = HeadlessBrowser.start("en-US");
  }

  @AfterEach
  void close() {
    browser.close();
  }

  @Test
  void everyPageFitsAPhoneAndAsksForNothingElsewhere() throws IOException {
    List<Path> pages = pages();
    browser.showAsOnPhone();
    for (Path page : pages) {
      browser.open(page);
      assertThat(browser.overflowsSideways()).as("%s is wider than a phone", page).isFalse();
      assertThat(resources())
          .as("what %s asks for", page)
          .isNotEmpty()
          .allMatch(address -> address.matches("(file|blob|data):.*"));
      assertThat(browser.consoleMessages())
          .as("console of %s; a page that is opened as a file may not read the site map", page)
          .filteredOn(message -> !message.contains("sitemap.xml"))
          .isEmpty();
    }
    System.out.printf("site: %d pages right in a browser%n", pages.size());
  }

  /** What the page names and what it asked for later; a browser does not count all files. */
  private List<String> resources() {
    Object named =
        browser.evaluate(
            "return Array.from(document.querySelectorAll('script[src], link[rel=stylesheet],"
                + " link[rel=icon], img[src], iframe[src]')).map(e => e.src || e.href);");
    Stream<String> names =
        named instanceof List<?> list ? list.stream().map(String::valueOf) : Stream.of();
    return Stream.concat(names, browser.requestedResources().stream()).toList();
  }

  @Test
  void switchesToTheSamePageInTheOtherLanguage() {
    browser.open(SITE.resolve("pixels.html"));
    assertThat(alternate("zh")).endsWith("/zh/pixels.html");
    browser.open(SITE.resolve("zh/pixels.html"));
    assertThat(alternate("en")).endsWith("/site/pixels.html");
    assertThat(browser.evaluate("return document.documentElement.lang;")).isEqualTo("zh");
  }

  private String alternate(String language) {
    return String.valueOf(
        browser.evaluate(
            "return document.querySelector('a[hreflang=' + arguments[0] + ']').href;", language));
  }

  @Test
  void findsWordsOfBothLanguages() throws InterruptedException {
    browser.open(SITE.resolve("index.html"));
    assertThat(firstResult("letterbox")).contains("pixels.html");
    browser.open(SITE.resolve("zh/index.html"));
    assertThat(firstResult("量化")).contains("/zh/");
  }

  private String firstResult(String word) throws InterruptedException {
    browser.find(".md-search__input").click();
    browser.find(".md-search__input").sendKeys(word);
    browser.waitUntil(
        "a result for " + word, () -> !browser.findAll(".md-search-result__link").isEmpty());
    WebElement first = browser.find(".md-search-result__link");
    return String.valueOf(first.getAttribute("href"));
  }

  @Test
  void drawsDiagramsInLightAndDark() throws IOException, InterruptedException {
    for (String page : SHOWN) {
      browser.open(SITE.resolve(page + ".html"));
      int diagrams = browser.findAll(".diagram").size();
      browser.waitUntil(
          "diagrams of " + page, () -> browser.findAll("div.mermaid").size() == diagrams);
      browser.screenshot(PICTURES.resolve(page.replace('/', '-') + ".png"));
    }
    browser.find("label[for=__palette_1]").click();
    assertThat(browser.find("body").getAttribute("data-md-color-scheme")).isEqualTo("slate");
    browser.screenshot(PICTURES.resolve("dark.png"));
  }

  @Test
  void javadocDrawsTheWayOfTheData() throws IOException {
    browser.open(SITE.resolve("javadoc/index.html"));
    assertThat(browser.findAll("svg text")).hasSizeGreaterThan(10);
    assertThat(browser.visibleText()).contains("io.github.bpu4j.api", "preprocess", "NV12");
    browser.screenshot(PICTURES.resolve("javadoc.png"));
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(SITE)) {
      return files
          .filter(file -> file.toString().endsWith(".html") && !file.endsWith("404.html"))
          .filter(file -> !file.startsWith(SITE.resolve("javadoc")))
          .sorted()
          .toList();
    }
  }
}
