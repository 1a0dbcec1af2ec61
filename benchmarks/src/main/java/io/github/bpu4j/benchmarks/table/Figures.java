// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was measured, as {@code benchmarks/figures.tsv} stores it and all pages show it.
 *
 * <p>The file has a block per table, with an empty line after it: {@code table}, its name, date,
 * commit, processor and JDK in the first line, then the columns, then the rows; cells have tabs
 * between them.
 *
 * @param measured by the table's name
 */
record Figures(Map<String, Measured> measured) {
  private static final String TABLE = "table";

  /** A table and what it depends on. */
  record Measured(Table table, RunContext context) {}

  /** Returns the figures of a file. */
  static Figures read(Path file) throws IOException {
    Map<String, Measured> measured = new LinkedHashMap<>();
    for (String block : Files.readString(file).strip().split("\n\n", -1)) {
      List<String> lines = block.lines().toList();
      List<String> head = Arrays.asList(lines.get(0).split("\t", -1));
      if (head.size() != 6 || !head.get(0).equals(TABLE)) {
        throw new IOException(file + ": expected the head of a table, got " + lines.get(0));
      }
      String name = head.get(1);
      Table table = Table.of(name, lines.subList(1, lines.size()));
      measured.put(name, new Measured(table, RunContext.of(head.subList(2, 6))));
    }
    return new Figures(measured);
  }

  void write(Path file) throws IOException {
    List<String> blocks = new ArrayList<>();
    for (Measured each : measured.values()) {
      List<String> lines = new ArrayList<>();
      String name = each.table().name();
      lines.add(TABLE + "\t" + name + "\t" + String.join("\t", each.context().cells()));
      lines.addAll(each.table().lines());
      blocks.add(String.join("\n", lines) + "\n");
    }
    Files.writeString(file, String.join("\n", blocks));
  }

  /** The same with tables of a later run in place of those of the same names. */
  Figures with(Map<String, Table> later, RunContext context) {
    Map<String, Measured> changed = new LinkedHashMap<>(measured);
    later.forEach((name, table) -> changed.put(name, new Measured(table, context)));
    return new Figures(changed);
  }

  /** Returns a table with what it depends on, which must have been measured. */
  Measured of(String name) {
    Measured found = measured.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no table " + name + ", only " + measured.keySet());
    }
    return found;
  }

  /** Returns the number in that column of the first row that starts with the key. */
  Optional<Double> number(String table, String column, String... key) {
    return Optional.ofNullable(measured.get(table))
        .flatMap(found -> found.table().number(column, key));
  }
}
