// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.testsupport.browser.HeadlessBrowser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

class HtmlPageTest {
  private static final String SCRIPT_AS_NAME = "<script>document.title='hacked'</script>";

  private static byte[] fruit() {
    List<Map<String, ?>> rows =
        List.of(
            Map.of("name", "pear", "count", 10),
            Map.of("name", SCRIPT_AS_NAME, "count", 9),
            Map.of("name", "apple", "count", 100));
    return HtmlPage.fill("Fruit", HtmlPageTest.class, "list.mustache", Map.of("rows", rows));
  }

  private static List<String> cells(HeadlessBrowser browser) {
    return browser.findAll("tbody td:last-child").stream().map(WebElement::getText).toList();
  }

  @Test
  void escapesValuesAndForbidsOutsideResources() {
    String page = new String(fruit(), StandardCharsets.UTF_8);

    assertThat(page)
        .contains("&lt;script&gt;document.title")
        .doesNotContain(SCRIPT_AS_NAME)
        .contains("default-src 'none'")
        .doesNotContain("http://", "https://");
  }

  @Test
  void refusesATemplateWhoseValuesAreMissing() {
    assertThatThrownBy(() -> HtmlPage.fill("Fruit", HtmlPageTest.class, "list.mustache", Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("rows");
  }

  @Test
  void sortsSwitchesLanguageAndFitsOnAPhone(@TempDir Path folder) throws Exception {
    assumeTrue(HeadlessBrowser.isInstalled(), "Chromium is not installed");
    Path file = Files.write(folder.resolve("fruit.html"), fruit());

    try (HeadlessBrowser browser = HeadlessBrowser.start("zh-CN")) {
      browser.open(file);
      assertThat(browser.visibleText()).contains("水果").doesNotContain("Fruit");
      browser.find("#language").click();
      assertThat(browser.visibleText()).contains("Fruit").doesNotContain("水果");
      assertThat(cells(browser)).containsExactly("10 pcs", "9 pcs", "100 pcs");
      browser.find("th.number").click();
      assertThat(cells(browser)).containsExactly("9 pcs", "10 pcs", "100 pcs");
      browser.find("th.number").click();
      assertThat(cells(browser)).containsExactly("100 pcs", "10 pcs", "9 pcs");
      browser.showAsOnPhone();
      assertThat(browser.overflowsSideways()).isFalse();
      assertThat(browser.evaluate("return document.title;")).isEqualTo("Fruit");
      assertThat(browser.consoleMessages()).isEmpty();
      assertThat(browser.requestedResources()).isEmpty();
    }
  }
}
