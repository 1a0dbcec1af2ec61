// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An upper limit for a figure.
 *
 * @param table name of the table that contains the figure
 * @param what the promise
 * @param most the largest allowed figure
 * @param unit of the figures
 * @param figure as measured; empty if it was not
 */
record Target(String table, String what, double most, String unit, Optional<Double> figure) {
  /** Whether the figure meets the target; a missing or invalid one does not. */
  boolean isMet() {
    return figure.isPresent() && figure.get() <= most;
  }

  /** All targets as a table. */
  static Table table(Figures figures) {
    List<List<String>> rows = Targets.of(figures).stream().map(Target::row).toList();
    return new Table("targets", List.of("target", "at most", "figure", "unit", "judgment"), rows);
  }

  /** As the command line and the page show it. */
  List<String> row() {
    return List.of(
        what,
        String.format(Locale.ROOT, most == Math.rint(most) ? "%.0f" : "%.2f", most),
        figure.map(TableRecorder::text).orElse("-"),
        unit,
        figure.isEmpty() ? "not measured" : isMet() ? "met" : "not met");
  }
}
