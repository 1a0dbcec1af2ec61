// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads text whose first line names the columns; cells hold no comma, so nothing is quoted. */
final class Table {
  private Table() {}

  /**
   * Turns each row into an object.
   *
   * @param origin the file's name, for messages
   * @param columns that must be there; others are allowed
   * @throws RecordsException that names the line, if a row or a cell cannot be read
   */
  static <T> List<T> read(
      String origin, String text, List<String> columns, Function<Map<String, String>, T> reader) {
    List<String> lines = text.lines().toList();
    List<String> names = lines.isEmpty() ? List.of() : List.of(lines.get(0).split(",", -1));
    if (!names.containsAll(columns)) {
      throw new RecordsException(
          origin
              + ": the first line must name the columns "
              + String.join(",", columns)
              + "; got "
              + (names.isEmpty() ? "an empty file" : lines.get(0)));
    }
    List<T> rows = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(row(origin + ":" + (i + 1), names, lines.get(i), reader));
      }
    }
    return rows;
  }

  private static <T> T row(
      String where, List<String> names, String line, Function<Map<String, String>, T> reader) {
    String[] cells = line.split(",", -1);
    if (cells.length != names.size()) {
      throw new RecordsException(
          "%s: got %d cells, expected %d; a cell must not hold a comma"
              .formatted(where, cells.length, names.size()));
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      row.put(names.get(i), cells[i].strip());
    }
    try {
      return reader.apply(row);
    } catch (IllegalArgumentException e) {
      throw new RecordsException(where + ": " + e.getMessage());
    }
  }
}
