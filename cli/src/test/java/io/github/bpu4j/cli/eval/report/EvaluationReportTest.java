// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.cli.CommandProcess;
import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.AccuracyCounter;
import io.github.bpu4j.evaluation.EvaluatedPicture;
import io.github.bpu4j.evaluation.EvaluationResult;
import io.github.bpu4j.evaluation.EvaluationRun;
import io.github.bpu4j.evaluation.EvaluationSettings;
import io.github.bpu4j.evaluation.Speed;
import io.github.bpu4j.evaluation.compare.ComparisonCounter;
import io.github.bpu4j.evaluation.compare.GridAxis;
import io.github.bpu4j.evaluation.compare.GridResult;
import io.github.bpu4j.evaluation.compare.GridRow;
import io.github.bpu4j.evaluation.compare.ModelComparison;
import io.github.bpu4j.evaluation.data.DataSummary;
import io.github.bpu4j.evaluation.data.LabelKind;
import io.github.bpu4j.evaluation.data.Selection;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.testsupport.browser.HeadlessBrowser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

class EvaluationReportTest {
  private static final String SCRIPT = "<script>document.title='hacked'</script>";
  private static final String HOSTILE_FILE = "\"><img src=x onerror=alert(1)>.png";
  private static final int CLASSES = 4;

  @TempDir private Path folder;
  private final Misses misses = new Misses(Misses.MOST);
  private final AccuracyCounter counter = Accuracy.counter(CLASSES, 2);
  private final ComparisonCounter comparison = ModelComparison.counter(CLASSES, 2);

  /** Class 0 is right 1 of 12 times, class 1 8 of 9, class 2 never; two pictures are unreadable. */
  @BeforeEach
  void evaluate() throws Exception {
    Files.copy(CommandProcess.picture("coffee.png"), folder.resolve(HOSTILE_FILE));
    answer(HOSTILE_FILE, 0, 3, .99f);
    for (int i = 0; i < 11; i++) {
      answer("a" + i + ".png", 0, i == 0 ? 0 : 1, .5f + i / 30f);
    }
    for (int i = 0; i < 9; i++) {
      answer("b" + i + ".png", 1, i == 0 ? 2 : 1, .9f);
    }
    answer("c" + SCRIPT + ".png", 2, 3, .3f);
    for (String path : List.of("damaged.png", SCRIPT + ".png")) {
      counter.add(EvaluatedPicture.unreadable(path, 0, "no picture " + SCRIPT));
    }
  }

  private void answer(String path, int truth, int answer, float score) {
    int next = (answer + 1) % CLASSES;
    EvaluatedPicture picture =
        EvaluatedPicture.answered(
            path,
            truth,
            List.of(
                new Category(answer, label(answer), label(answer), score),
                new Category(next, label(next), label(next), (1 - score) / 2)));
    counter.add(picture);
    misses.evaluated(picture);
    float[] first = {.1f, .1f, .1f, .1f};
    float[] second = first.clone();
    first[answer] = score;
    second[truth] = score;
    comparison.add(path, OptionalInt.of(truth), first, second);
  }

  private static String label(int index) {
    return index == 3 ? SCRIPT : "class " + index;
  }

  private byte[] page() {
    EvaluationSettings settings =
        new EvaluationSettings(
            "net" + SCRIPT,
            Optional.of("0123abcd"),
            "onnx",
            true,
            Labels.of(List.of(label(0), label(1), label(2), label(3))),
            Map.of("fit", new EvaluationSettings.Setting("STRETCH", "default")),
            Map.of("library", System.getProperty("user.home") + "/lib.so"));
    DataSummary data =
        new DataSummary(
            "a folder per class", 24, 3, 1, 0, "feed", Map.of(LabelKind.INDEX, 3), List.of());
    EvaluationRun run = new EvaluationRun(settings, data, Selection.all(), 2);
    List<GridRow> rows = new ArrayList<>();
    for (Preprocessing way :
        GridAxis.combinations(Preprocessing.defaults(), List.of(GridAxis.FIT, GridAxis.RANGE))) {
      rows.add(new GridRow(way, counter.accuracy()));
    }
    Findings findings =
        new Findings(
            new EvaluationResult(run, counter.accuracy(), Speed.NONE),
            Optional.of(new Findings.Compared(settings, comparison.comparison())),
            Optional.of(new GridResult(rows)));
    String home = System.getProperty("user.home");
    return EvaluationReport.page(
        findings, folder, misses.mostConfident(), List.of("eval", home + "/my val", SCRIPT));
  }

  @Test
  void escapesNamesAndHidesTheHomeFolder() {
    String page = new String(page(), StandardCharsets.UTF_8);
    assertThat(page)
        .doesNotContain(SCRIPT)
        .doesNotContain("<img src=x")
        .doesNotContain(System.getProperty("user.home") + "/")
        .contains("bpu4j eval ~/&#39;my val&#39;", "~/lib.so", "0123abcd", "feed")
        .contains("data:image/jpeg;base64,")
        .doesNotContain("http://", "https://");
  }

  @Test
  void oneFileShowsSortsAndFits() throws Exception {
    assumeTrue(HeadlessBrowser.isInstalled(), "Chromium is not installed");
    Path file = Files.write(folder.resolve("report.html"), page());
    try (HeadlessBrowser browser = HeadlessBrowser.start("en-US")) {
      browser.open(file);
      assertThat(browser.find("#figures").getText()).contains("top-1", "40.91 %", "2 unreadable");
      assertThat(browser.visibleText())
          .contains("Most confident mistakes (13 of 13)", "Unreadable pictures (2 of 2)")
          .contains("by McNemar's test (exact), which is unlikely to be chance", "Simulated")
          .contains(SCRIPT, HOSTILE_FILE)
          .doesNotContain("最差的类别");
      assertThat(browser.findAll("#misses img")).hasSize(1);
      assertThat(browser.evaluate("return document.querySelector('#misses img').naturalWidth;"))
          .isEqualTo(160L);
      assertThat(browser.findAll("svg.plot rect")).isNotEmpty();
      assertThat(browser.findAll("#grid tbody tr")).hasSize(6);
      sortsByNumber(browser);

      browser.find("#language").click();
      assertThat(browser.visibleText()).contains("最差的类别").doesNotContain("Worst classes");
      browser.showAsOnPhone();
      assertThat(browser.overflowsSideways()).isFalse();
      assertThat(browser.evaluate("return document.title;"))
          .isEqualTo("net" + SCRIPT + " - bpu4j eval");
      assertThat(browser.consoleMessages()).isEmpty();
      assertThat(browser.requestedResources()).isEmpty();
    }
  }

  private static void sortsByNumber(HeadlessBrowser browser) {
    WebElement pictures = browser.findAll("#worst th").get(1);
    pictures.click();
    assertThat(cells(browser)).containsExactly("1", "9", "12");
    pictures.click();
    assertThat(cells(browser)).containsExactly("12", "9", "1");
  }

  private static List<String> cells(HeadlessBrowser browser) {
    return browser.findAll("#worst tbody td:nth-child(2)").stream()
        .map(WebElement::getText)
        .toList();
  }
}
