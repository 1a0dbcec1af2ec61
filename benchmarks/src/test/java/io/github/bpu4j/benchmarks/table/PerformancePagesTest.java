// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of some sections replaces their tables on the pages and leaves all else as it was. */
class PerformancePagesTest {
  private static final Path PUBLISHED = Path.of("../docs");
  private static final RunContext LATER =
      new RunContext(LocalDate.of(2027, 1, 2), "abc1234", "A CPU, 4 cores");
  private static final Table CALLS =
      new Table(
          "calls",
          List.of("who", "ns", "error ns", "over C us", "bytes allocated"),
          List.of(
              List.of("C: infer", "5000", "1.000", "-", "-"),
              List.of("Java: infer", "18000", "1.000", "13.00", "0"),
              List.of("Java: inferAndReadScores", "9000", "1.000", "0.500", "0"),
              List.of("Java: classifyFrame", "9000", "1.000", "0.500", "520")));

  @TempDir private Path docs;
  private PerformancePages pages;

  @BeforeEach
  void copyPublishedPages() throws IOException {
    Files.createDirectories(docs.resolve("zh"));
    for (String name : List.of("performance.md", "zh/performance.md")) {
      Files.copy(PUBLISHED.resolve(name), docs.resolve(name));
    }
    pages = new PerformancePages(docs);
  }

  @Test
  void replacesTheMeasuredTableInBothLanguages() throws IOException {
    pages.publish(Map.of("calls", CALLS), LATER, false);
    assertThat(block("performance.md", "calls"))
        .isEqualTo(
            """
            <!-- figures calls -->

            | who | ns | error ns | over C us | bytes allocated |
            | --- | --- | --- | --- | --- |
            | C: infer | 5000 | 1.000 | - | - |
            | Java: infer | 18000 | 1.000 | 13.00 | 0 |
            | Java: inferAndReadScores | 9000 | 1.000 | 0.500 | 0 |
            | Java: classifyFrame | 9000 | 1.000 | 0.500 | 520 |

            Measured 2027-01-02 at commit abc1234 on A CPU, 4 cores.

            """);
    assertThat(block("zh/performance.md", "calls"))
        .contains("| 谁 | ns | 误差 ns | 比 C 多 us | 分配字节 |", "| Java: infer | 18000 |")
        .contains("测于 2027-01-02，提交 abc1234，A CPU, 4 cores。");
  }

  @Test
  void keepsEveryOtherTableWithItsDateAndCommitAndNamesThem() throws IOException {
    Map<String, String> before = blocks("performance.md");
    Map<String, String> chineseBefore = blocks("zh/performance.md");
    assertThat(pages.publish(Map.of("calls", CALLS), LATER, false))
        .contains("saturation", "growth-models", "start", "djl", "soak")
        .doesNotContain("calls", "targets", "machine");
    for (Map<String, String> each : List.of(before, chineseBefore)) {
      each.keySet().removeAll(List.of("calls", "targets"));
      assertThat(each).hasSizeGreaterThan(10);
    }
    assertThat(blocks("performance.md")).containsAllEntriesOf(before);
    assertThat(blocks("zh/performance.md")).containsAllEntriesOf(chineseBefore);
    assertThat(prose("performance.md")).isEqualTo(prose(PUBLISHED.resolve("performance.md")));
  }

  @Test
  void judgesTargetsByNewAndByKeptFigures() throws IOException {
    String kept = line(block("performance.md", "targets"), "throughput lost, 4 in flight");
    pages.publish(Map.of("calls", CALLS), LATER, false);
    String targets = block("performance.md", "targets");
    assertThat(targets).contains("| infer over C | 1 | 13.00 | us | not met |").contains(kept);
    assertThat(block("zh/performance.md", "targets"))
        .contains("| infer 比 C 多用 | 1 | 13.00 | us | 未达到 |");
  }

  @Test
  void onlyARunOfAllSectionsNamesItsMachineAtTheHead() throws IOException {
    String before = block("performance.md", "machine");
    pages.publish(Map.of("calls", CALLS), LATER, false);
    assertThat(block("performance.md", "machine")).isEqualTo(before);
    pages.publish(Map.of("calls", CALLS), LATER, true);
    assertThat(block("performance.md", "machine"))
        .contains("| date | 2027-01-02 |", "| commit | abc1234 |", "| CPU | A CPU, 4 cores |");
  }

  @Test
  void publishedPagesHoldTheSameFiguresOfEverySection() throws IOException {
    Map<String, Table> english = tables("performance.md");
    Map<String, Table> chinese = tables("zh/performance.md");
    List<String> names = new ArrayList<>(List.of("machine", "targets"));
    for (SectionName section : SectionName.values()) {
      names.addAll(section.tables());
    }
    assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(names);
    Translations words = Translations.chinese();
    for (String name : names) {
      Table table = english.get(name);
      assertThat(chinese.get(name).columns())
          .as(name)
          .isEqualTo(translated(table.columns(), words));
      assertThat(chinese.get(name).rows())
          .as(name)
          .isEqualTo(table.rows().stream().map(row -> translated(row, words)).toList());
    }
  }

  @Test
  void everyTargetHasAChineseNameAndATable() throws IOException {
    Translations words = Translations.chinese();
    List<String> tables =
        Arrays.stream(SectionName.values()).flatMap(each -> each.tables().stream()).toList();
    for (Target target : Target.all(Map.of())) {
      assertThat(words.of(target.what())).isNotEqualTo(target.what());
      assertThat(tables).contains(target.table());
    }
  }

  private Map<String, Table> tables(String page) throws IOException {
    return new FiguresPage(Files.readString(docs.resolve(page)), Translations.english()).tables();
  }

  private static List<String> translated(List<String> cells, Translations words) {
    return cells.stream().map(words::of).toList();
  }

  private Map<String, String> blocks(String page) throws IOException {
    Map<String, String> blocks = new LinkedHashMap<>();
    for (String name : tables(page).keySet()) {
      blocks.put(name, block(page, name));
    }
    return blocks;
  }

  private String block(String page, String name) throws IOException {
    String text = Files.readString(docs.resolve(page));
    int start = text.indexOf("<!-- figures " + name + " -->");
    return text.substring(start, text.indexOf("<!-- /figures -->", start));
  }

  private static String line(String text, String part) {
    return text.lines().filter(each -> each.contains(part)).findFirst().orElseThrow();
  }

  private List<String> prose(String page) throws IOException {
    return prose(docs.resolve(page));
  }

  private static List<String> prose(Path page) throws IOException {
    try (Stream<String> lines = Files.lines(page)) {
      return lines.filter(line -> !line.startsWith("|") && !line.startsWith("Measured ")).toList();
    }
  }
}
