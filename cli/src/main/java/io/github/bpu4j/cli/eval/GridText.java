// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.Proportion;
import io.github.bpu4j.evaluation.compare.GridResult;
import io.github.bpu4j.evaluation.compare.GridRow;
import io.github.bpu4j.preprocess.Preprocessing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A grid for people: a row a way, the best first. */
final class GridText {
  private static final int TOP1 = 38;
  private static final int TOP_K = 8;

  private GridText() {}

  static String of(GridResult grid, Texts texts) {
    List<String> lines = new ArrayList<>();
    Accuracy best = grid.best().accuracy();
    lines.add("");
    lines.add(
        texts.text(
            "eval.grid.title", "Grid of %d ways to convert, best first:", grid.rows().size()));
    lines.add(row("top-1", "top-" + best.depth(), "fit", "interpolation", "range"));
    for (GridRow row : grid.rows()) {
      Preprocessing way = row.preprocessing();
      long unreadable = row.accuracy().unreadable();
      String line =
          row(
              texts.text(EvalWords.share(row.accuracy().top1())),
              percent(row.accuracy().topK(best.depth()), texts),
              way.fit().toString(),
              way.interpolation().toString(),
              way.range().toString());
      lines.add(
          unreadable == 0
              ? line
              : texts.text("eval.grid.unreadable", "%s  (%d unreadable)", line, unreadable));
    }
    lines.add(verdict(grid, texts));
    return lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
  }

  /** Where a translated word stands in a column, it is padded by its width. */
  private static String row(
      String top1, String topK, String fit, String interpolation, String range) {
    return "  %s %s %-12s %-14s %s"
        .formatted(
            TerminalText.pad(top1, TOP1), TerminalText.pad(topK, TOP_K), fit, interpolation, range);
  }

  private static String verdict(GridResult grid, Texts texts) {
    Preprocessing way = grid.best().preprocessing();
    Text chance =
        grid.rivals() == 0
            ? Text.of("eval.grid.clear", "no other interval overlaps its own")
            : Text.of(
                "eval.grid.rivals",
                "the intervals of %d of the %d others overlap its own, so chance may explain the"
                    + " order",
                grid.rivals(),
                grid.rows().size() - 1);
    return texts.text(
        "eval.grid.best",
        "Best: %s, %s, %s with top-1 %s; %s",
        way.fit(),
        way.interpolation(),
        way.range(),
        EvalWords.share(grid.best().accuracy().top1()),
        chance);
  }

  private static String percent(Proportion share, Texts texts) {
    return share.of() == 0
        ? texts.text("eval.none", "none")
        : String.format(Locale.ROOT, "%.2f %%", 100 * share.value());
  }
}
