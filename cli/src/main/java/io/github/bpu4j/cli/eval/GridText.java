// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

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
  private GridText() {}

  static String of(GridResult grid) {
    List<String> lines = new ArrayList<>();
    Accuracy best = grid.best().accuracy();
    lines.add("");
    lines.add("Grid of %d ways to convert, best first:".formatted(grid.rows().size()));
    lines.add(
        "  %-38s %-8s %-12s %-14s %s"
            .formatted("top-1", "top-" + best.depth(), "fit", "interpolation", "range"));
    for (GridRow row : grid.rows()) {
      Preprocessing way = row.preprocessing();
      lines.add(
          "  %-38s %-8s %-12s %-14s %s%s"
              .formatted(
                  row.accuracy().top1(),
                  percent(row.accuracy().topK(best.depth())),
                  way.fit(),
                  way.interpolation(),
                  way.range(),
                  row.accuracy().unreadable() == 0
                      ? ""
                      : "  (%d unreadable)".formatted(row.accuracy().unreadable())));
    }
    lines.add(verdict(grid));
    return lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
  }

  private static String verdict(GridResult grid) {
    Preprocessing way = grid.best().preprocessing();
    Proportion top1 = grid.best().accuracy().top1();
    String best =
        "Best: %s, %s, %s with top-1 %s; "
            .formatted(way.fit(), way.interpolation(), way.range(), top1);
    return best
        + (grid.rivals() == 0
            ? "no other interval overlaps its own"
            : "the intervals of %d of the %d others overlap its own, so chance may explain the order"
                .formatted(grid.rivals(), grid.rows().size() - 1));
  }

  private static String percent(Proportion share) {
    return share.of() == 0 ? "none" : String.format(Locale.ROOT, "%.2f %%", 100 * share.value());
  }
}
