// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of Markdown whose tables stand between {@code <!-- figures NAME -->} and {@code <!--
 * /figures -->}, each with a caption of its own.
 *
 * @param text the whole page
 * @param words of its language
 */
record FiguresPage(String text, Translations words) {
  private static final Pattern BLOCK =
      Pattern.compile("(<!-- figures ([a-z-]+) -->\n)(.*?)(<!-- /figures -->)", Pattern.DOTALL);

  /** The tables that the page shows, by name, in its own language. */
  Map<String, Table> tables() {
    Map<String, Table> tables = new LinkedHashMap<>();
    for (Matcher block = BLOCK.matcher(text); block.find(); ) {
      List<List<String>> lines =
          block
              .group(3)
              .lines()
              .filter(line -> line.startsWith("|"))
              .map(FiguresPage::cells)
              .toList();
      if (lines.size() > 2) {
        String name = block.group(2);
        tables.put(name, new Table(name, lines.get(0), lines.subList(2, lines.size())));
      }
    }
    return tables;
  }

  /** The same page with these tables in place of those of the same names, and nothing else. */
  FiguresPage with(Map<String, Table> tables, String caption) {
    String changed =
        BLOCK
            .matcher(text)
            .replaceAll(block -> Matcher.quoteReplacement(replacement(block, tables, caption)));
    return new FiguresPage(changed, words);
  }

  private String replacement(MatchResult block, Map<String, Table> tables, String caption) {
    Table table = tables.get(block.group(2));
    if (table == null) {
      return block.group();
    }
    String below = caption.isEmpty() ? "" : caption + "\n\n";
    return block.group(1) + "\n" + markdown(table) + "\n" + below + block.group(4);
  }

  private String markdown(Table table) {
    StringBuilder markdown = new StringBuilder();
    line(markdown, table.columns());
    markdown.append("|").append(" --- |".repeat(table.columns().size())).append("\n");
    table.rows().forEach(row -> line(markdown, row));
    return markdown.toString();
  }

  private void line(StringBuilder markdown, List<String> cells) {
    markdown.append("|");
    cells.forEach(cell -> markdown.append(" ").append(words.of(cell)).append(" |"));
    markdown.append("\n");
  }

  private static List<String> cells(String line) {
    String[] cells = line.split("\\|", -1);
    return List.of(cells).subList(1, cells.length - 1).stream().map(String::strip).toList();
  }
}
