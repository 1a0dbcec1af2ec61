// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import io.github.bpu4j.evaluation.Proportion;
import java.util.Comparator;
import java.util.List;

/**
 * The ways of a grid, the best one first.
 *
 * @param rows by top-1, then top-k, then as given
 * @since 0.1.0
 */
public record GridResult(List<GridRow> rows) {
  private static final Comparator<GridRow> BEST_FIRST =
      Comparator.comparingDouble((GridRow row) -> share(row.accuracy().top1()))
          .thenComparingDouble(row -> share(row.accuracy().topK(row.accuracy().depth())))
          .reversed();

  /** Sorts the rows. */
  public GridResult {
    rows = rows.stream().sorted(BEST_FIRST).toList();
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("no rows, expected one or more");
    }
  }

  private static double share(Proportion proportion) {
    return proportion.of() == 0 ? 0 : proportion.value();
  }

  /** The row with the highest top-1. */
  public GridRow best() {
    return rows.get(0);
  }

  /**
   * Number of rows whose 95 % interval of top-1 reaches that of the best: chance may explain why
   * they come after it.
   */
  public long rivals() {
    double low = best().accuracy().top1().low();
    return rows.stream().skip(1).filter(row -> row.accuracy().top1().high() >= low).count();
  }
}
