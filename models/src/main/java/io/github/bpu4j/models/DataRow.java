// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of one of this library's tables, whose first line names the columns. No cell holds the
 * separator, so that nothing is quoted.
 *
 * @param cells by column
 */
record DataRow(Map<String, String> cells) {

  static List<DataRow> read(String resource, String separator) {
    try (InputStream in = DataRow.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the jar; get the jar again");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String[] columns = lines.readLine().split(separator, -1);
      return lines.lines().map(line -> row(columns, line.split(separator, -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read from the jar", e);
    }
  }

  private static DataRow row(String[] columns, String[] cells) {
    if (columns.length != cells.length) {
      throw new IllegalStateException(
          "%s: got %d cells, expected %d".formatted(cells[0], cells.length, columns.length));
    }
    Map<String, String> row = new HashMap<>();
    for (int column = 0; column < columns.length; column++) {
      row.put(columns[column], cells[column]);
    }
    return new DataRow(Map.copyOf(row));
  }

  String text(String column) {
    String cell = cells.get(column);
    if (cell == null) {
      throw new IllegalArgumentException("no column is named " + column);
    }
    return cell;
  }

  int integer(String column) {
    return Integer.parseInt(text(column));
  }

  boolean flag(String column) {
    return switch (text(column)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalStateException(column + ": got " + text(column));
    };
  }
}
