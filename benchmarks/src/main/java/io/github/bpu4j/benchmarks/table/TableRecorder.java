// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table being measured: every row is printed and stored at once, so that nothing is lost. */
final class TableRecorder {
  private final String name;
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  TableRecorder(String name, String... columns) {
    this.name = name;
    this.columns = List.of(columns);
  }

  /** Adds a row: text, whole numbers, and doubles with four significant digits. */
  void add(Object... cells) throws IOException {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(cell instanceof Double number ? text(number) : String.valueOf(cell));
    }
    rows.add(row);
    System.err.println("  " + name + ": " + String.join(" | ", row) + Progress.left());
    new Table(name, columns, rows).write(FOLDER);
  }

  /** The folder of the tables. */
  static final Path FOLDER = Path.of(System.getProperty("bpu4j.performance", "target/performance"));

  static String text(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    double size = Math.abs(value);
    int digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
