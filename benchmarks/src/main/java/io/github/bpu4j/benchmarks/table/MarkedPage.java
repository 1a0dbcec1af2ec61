// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of Markdown that shows figures.
 *
 * <p>A table stands between {@code <!-- figures NAME -->} and {@code <!-- /figures -->}, with a
 * caption below. A number in a sentence stands before {@code <!-- figure TABLE; KEY; COLUMN -->},
 * where the key is the first cells of the row, and keeps its number of decimals.
 *
 * @param text the whole page
 * @param words of its language
 */
record MarkedPage(String text, Translations words) {
  private static final Pattern BLOCK =
      Pattern.compile("(<!-- figures ([a-z0-9-]+) -->\n)(.*?)(<!-- /figures -->)", Pattern.DOTALL);
  private static final Pattern QUOTE = Pattern.compile("(-?[0-9.]+)(<!-- figure ([^>]+) -->)");

  /** The same page with these figures, and nothing else changed. */
  String with(Figures figures) {
    String tables = BLOCK.matcher(text).replaceAll(each -> literal(block(each, figures)));
    return QUOTE.matcher(tables).replaceAll(each -> literal(quote(each, figures)));
  }

  private static String literal(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private String block(MatchResult block, Figures figures) {
    String name = block.group(2);
    String content =
        switch (name) {
          case "headline" ->
              markdown(Headline.table(figures)) + captions(figures, Headline.sources());
          case "targets" -> markdown(Target.table(figures));
          default -> markdown(figures.of(name).table()) + captions(figures, List.of(name));
        };
    return block.group(1) + "\n" + content + "\n" + block.group(4);
  }

  private String captions(Figures figures, List<String> tables) {
    return tables.stream()
        .map(name -> figures.of(name).context().caption(words))
        .distinct()
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static String quote(MatchResult quote, Figures figures) {
    String[] path = quote.group(3).split("; ", -1);
    String[] key = List.of(path).subList(1, path.length - 1).toArray(String[]::new);
    BigDecimal shown = new BigDecimal(quote.group(1));
    double number =
        figures
            .of(path[0])
            .table()
            .number(path[path.length - 1], key)
            .orElseThrow(() -> new IllegalArgumentException("no figure " + quote.group(3)));
    return BigDecimal.valueOf(number).setScale(shown.scale(), RoundingMode.HALF_UP)
        + quote.group(2);
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
}
