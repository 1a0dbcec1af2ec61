// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes tables between the markers {@code <!-- figures NAME -->} of a page. */
final class Report {
  private static final Pattern MARKED =
      Pattern.compile("(<!-- figures ([a-z-]+) -->\n).*?(<!-- /figures -->)", Pattern.DOTALL);

  private final Map<String, Table> tables;
  private final Words words;

  Report(Map<String, Table> tables, Words words) {
    this.tables = tables;
    this.words = words;
  }

  /** Puts the figures of this run in place of the page's. */
  void write(Path page) throws IOException {
    Matcher marked = MARKED.matcher(Files.readString(page));
    String text =
        marked.replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group(1) + "\n" + body(match.group(2)) + "\n" + match.group(3)));
    Files.writeString(page, text);
  }

  private String body(String name) {
    if (name.equals("targets")) {
      return markdown(targets());
    }
    Table table = tables.get(name);
    return table == null ? words.of("not measured in this run") + "\n" : markdown(table);
  }

  private Table targets() {
    List<List<String>> rows = Target.all(tables).stream().map(Report::row).toList();
    return new Table("targets", List.of("target", "at most", "figure", "unit", "judgment"), rows);
  }

  /** One target as the command line and the page show it. */
  static List<String> row(Target target) {
    return List.of(
        target.what(),
        String.format(Locale.ROOT, "%.0f", target.most()),
        target.figure().map(Rows::text).orElse("-"),
        target.unit(),
        target.figure().isEmpty() ? "not measured" : target.isMet() ? "met" : "not met");
  }

  private String markdown(Table table) {
    StringBuilder text = new StringBuilder();
    line(text, table.columns());
    text.append("|").append(" --- |".repeat(table.columns().size())).append("\n");
    table.rows().forEach(row -> line(text, row));
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells) {
    text.append("|");
    cells.forEach(cell -> text.append(" ").append(words.of(cell)).append(" |"));
    text.append("\n");
  }
}
