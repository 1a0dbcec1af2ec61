// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.CommandProcess;
import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.language.Language;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/troubleshooting.md has a row for everything that doctor can find, and no other. */
final class TroubleshootingPageTest {
  private static final Pattern HEADING = Pattern.compile("(?m)^### .*`(\\w+)`$");
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| `([a-z0-9-]+)` \\| (ok|note|warning|failure|n/a) \\| ([^|]+) \\| ([^|]+) \\|$");

  /** A row of the page. */
  record Row(String finding, String state, String meaning, String remedy) {
    String key() {
      return finding + " " + state;
    }
  }

  @Test
  void everyFindingHasItsRowWithStateAndRemedy() throws IOException {
    assertThat(rows("docs/troubleshooting.md").stream().map(row -> row.key() + ": " + row.remedy()))
        .containsExactlyElementsOf(
            Stream.of(Diagnosis.values())
                .map(d -> key(d) + ": " + d.remedy().map(Text::toString).orElse("nothing"))
                .toList());
  }

  @Test
  void theChinesePageHasTheSameRows() throws IOException {
    List<Row> rows = rows("docs/zh/troubleshooting.md");
    assertThat(rows.stream().map(Row::key))
        .containsExactlyElementsOf(Stream.of(Diagnosis.values()).map(d -> key(d)).toList());
    assertThat(rows).allSatisfy(row -> assertThat(row.meaning()).containsPattern("\\p{IsHan}"));
    List<String> idle =
        rows.stream().filter(row -> row.remedy().equals("无需处理")).map(Row::finding).toList();
    assertThat(idle)
        .containsExactlyElementsOf(
            Stream.of(Diagnosis.values())
                .filter(diagnosis -> diagnosis.remedy().isEmpty())
                .map(Diagnosis::id)
                .toList());
  }

  @Test
  void theChinesePageSaysWhatDoctorSays() throws IOException {
    Texts chinese = Texts.in(Language.ZH);
    assertThat(rows("docs/zh/troubleshooting.md").stream().map(row -> plain(row.remedy())))
        .containsExactlyElementsOf(
            Stream.of(Diagnosis.values())
                .map(d -> d.remedy().map(chinese::text).orElse("无需处理"))
                .toList());
  }

  /** The text of a cell without code marks and links. */
  private static String plain(String cell) {
    return cell.replace("`", "").replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
  }

  @Test
  void everyCheckHasItsHeading() throws IOException {
    List<String> checks = Stream.of(Diagnosis.values()).map(Diagnosis::check).distinct().toList();
    for (String page : List.of("docs/troubleshooting.md", "docs/zh/troubleshooting.md")) {
      assertThat(HEADING.matcher(text(page)).results().map((MatchResult found) -> found.group(1)))
          .as(page)
          .containsExactlyElementsOf(checks);
    }
  }

  private static String key(Diagnosis diagnosis) {
    return diagnosis.id() + " " + diagnosis.state().word();
  }

  private static List<Row> rows(String page) throws IOException {
    return ROW.matcher(text(page))
        .results()
        .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4)))
        .toList();
  }

  private static String text(String page) throws IOException {
    return Files.readString(CommandProcess.root().resolve(page));
  }
}
