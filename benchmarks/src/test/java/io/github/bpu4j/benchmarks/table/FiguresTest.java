// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page shows the numbers of {@code benchmarks/figures.tsv}, in both languages. */
class FiguresTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pages PAGES = new Pages(ROOT);
  private static final Pattern TABLE = Pattern.compile("<!-- figures ([a-z0-9-]+) -->");
  private static final Pattern QUOTE = Pattern.compile("<!-- (?:figure [^>]*|vendor) -->");

  /** A number right before a unit: a mark would stand between the two. */
  private static final Pattern UNMARKED =
      Pattern.compile("\\d ?(?:ms|us|ns|µs|fps|%|x|MiB/s|pictures per second|微秒|毫秒|张/秒)(?![\\w-])");

  private static final RunContext LATER =
      new RunContext("2027-01-02", "abc1234", "A CPU, 4 cores", "25.0.1");

  @TempDir private Path folder;

  @Test
  void everyPageShowsTheMeasuredFigures() throws IOException {
    Figures figures = PAGES.figures();
    for (Path page : PAGES.all()) {
      String text = Files.readString(page);
      assertThat(PAGES.with(page, text, figures))
          .as("%s differs from benchmarks/figures.tsv: run benchmarks/run.sh --pages", page)
          .isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/large-sets.md", "docs/zh/large-sets.md", "docs/performance.md"})
  void aStaleNumberIsFound(String name) throws IOException {
    Path page = ROOT.resolve(name);
    String text = Files.readString(page);
    String stale = text.replaceFirst("448\\.8( pictures/s|<!--)", "448.7$1");
    assertThat(stale).isNotEqualTo(text);
    assertThat(PAGES.with(page, stale, PAGES.figures())).isEqualTo(text);
  }

  @Test
  void bothLanguagesShowEveryTable() throws IOException {
    List<String> names = new ArrayList<>(PAGES.figures().measured().keySet());
    names.add("targets");
    for (String page : List.of("docs/performance-tables.md", "docs/zh/performance-tables.md")) {
      assertThat(found(TABLE, page)).as(page).containsExactlyInAnyOrderElementsOf(names);
    }
    for (SectionName section : SectionName.values()) {
      assertThat(names).containsAll(section.tables());
    }
  }

  @Test
  void bothLanguagesQuoteTheSameFigures() throws IOException {
    int quotes = 0;
    for (Path page : PAGES.all()) {
      Path twin = ROOT.resolve("docs/zh").resolve(page.getFileName());
      if (page.getParent().equals(ROOT.resolve("docs"))) {
        List<String> quoted = found(QUOTE, ROOT.relativize(page).toString());
        assertThat(found(QUOTE, ROOT.relativize(twin).toString())).as("%s", twin).isEqualTo(quoted);
        quotes += quoted.size();
      }
    }
    assertThat(quotes).isGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"performance", "performance-tables"})
  void noNumberStandsUnmarkedBeforeAUnit(String name) throws IOException {
    for (String page : List.of("docs/" + name + ".md", "docs/zh/" + name + ".md")) {
      String prose =
          Files.readString(ROOT.resolve(page))
              .replaceAll("(?s)<!-- figures .*?<!-- /figures -->", "")
              .replaceAll("(?s)<!-- history -->.*?<!-- /history -->", "");
      assertThat(UNMARKED.matcher(prose).results().map(MatchResult::group)).as(page).isEmpty();
    }
  }

  @Test
  void aLaterRunReplacesItsTablesOnly() throws IOException {
    Figures before = PAGES.figures();
    Table calls = before.of("calls").table();
    List<String> row = new ArrayList<>(calls.rows().get(0));
    row.set(calls.columns().indexOf("bpu4j"), "18000");
    Table slower = new Table("calls", calls.columns(), List.of(row));
    Figures after = before.with(Map.of("calls", slower), LATER);
    assertThat(after.number("calls", "bpu4j", "infer, ns")).contains(18000.0);
    assertThat(after.measured().keySet()).isEqualTo(before.measured().keySet());
    assertThat(after.of("saturation")).isEqualTo(before.of("saturation"));
    Path page = ROOT.resolve("docs/zh/performance-tables.md");
    assertThat(PAGES.with(page, Files.readString(page), after))
        .contains("| infer, ns | - | 17 | C | 18000 |")
        .contains("测于 2027-01-02，提交 abc1234，A CPU, 4 cores，JDK 25.0.1。");
  }

  @Test
  void theFileIsWrittenAsItWasRead() throws IOException {
    Path copy = folder.resolve("figures.tsv");
    PAGES.figures().write(copy);
    assertThat(copy).hasSameTextualContentAs(ROOT.resolve("benchmarks/figures.tsv"));
  }

  @Test
  void aMarkWithoutAFigureIsRefused() {
    Path page = ROOT.resolve("docs/a.md");
    assertThatThrownBy(
            () -> PAGES.with(page, "1<!-- figure calls; none; bpu4j -->", PAGES.figures()))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("a.md", "calls; none; bpu4j");
  }

  @Test
  void targetsAndHeadlinesHaveChineseNames() throws IOException {
    Translations words = Translations.chinese();
    Figures figures = PAGES.figures();
    List<Table> derived = List.of(Headline.table(figures), Target.table(figures));
    for (Table table : derived) {
      for (List<String> row : table.rows()) {
        assertThat(words.of(row.get(0))).isNotEqualTo(row.get(0));
      }
    }
    assertThat(derived.get(0).rows()).hasSize(10).noneMatch(row -> row.get(1).startsWith("-"));
    assertThat(derived.get(1).rows()).noneMatch(row -> row.contains("not measured"));
  }

  private static List<String> found(Pattern mark, String page) throws IOException {
    return mark.matcher(Files.readString(ROOT.resolve(page)))
        .results()
        .map(each -> each.group(each.groupCount()))
        .toList();
  }
}
