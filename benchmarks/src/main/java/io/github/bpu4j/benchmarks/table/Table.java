// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Figures as text, stored between programs as a tab-separated file.
 *
 * @param name of the file, without its extension
 * @param columns their names, with units
 * @param rows one cell per column
 */
record Table(String name, List<String> columns, List<List<String>> rows) {
  Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** Returns the table with that name; empty if it does not exist. */
  static Optional<Table> read(Path folder, String name) throws IOException {
    Path file = file(folder, name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return Optional.of(of(name, Files.readAllLines(file)));
  }

  /** Returns a table of lines as {@link #lines} makes them. */
  static Table of(String name, List<String> lines) {
    List<List<String>> rows = lines.stream().map(line -> List.of(line.split("\t", -1))).toList();
    return new Table(name, rows.get(0), rows.subList(1, rows.size()));
  }

  /** Deletes the table with that name. */
  static void delete(Path folder, String name) throws IOException {
    Files.deleteIfExists(file(folder, name));
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.write(file(folder, name), lines());
  }

  /** The columns and the rows, each with tabs between cells. */
  List<String> lines() {
    return Stream.concat(Stream.of(columns), rows.stream())
        .map(cells -> String.join("\t", cells))
        .toList();
  }

  /** Returns the rows that start with these cells. */
  Table where(String... key) {
    List<String> wanted = List.of(key);
    return new Table(
        name,
        columns,
        rows.stream().filter(row -> row.subList(0, key.length).equals(wanted)).toList());
  }

  /** Returns a column's numbers, with NaN for missing ones. */
  List<Double> numbers(String column) {
    int at = columns.indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException(name + " has no column " + column + ", only " + columns);
    }
    return rows.stream().map(row -> number(row.get(at))).toList();
  }

  /** Returns the number in that column of the first row with that key. */
  Optional<Double> number(String column, String... key) {
    return where(key).numbers(column).stream().findFirst();
  }

  private static Path file(Path folder, String name) {
    return folder.resolve(name + ".tsv");
  }

  private static double number(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
