// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a UTF-8 file whose cells are separated by commas, as RFC 4180 describes it.
 *
 * <p>A cell in quotes may hold commas and doubled quotes, but no line break. Empty lines are left
 * out.
 */
final class CsvRows implements Closeable {
  private final Path file;
  private final BufferedReader lines;
  private int number;

  CsvRows(Path file) throws IOException {
    this.file = file;
    lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
  }

  /** The cells of the next row; null after the last. */
  @Nullable List<String> next() throws IOException {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (!text.isBlank()) {
          return cells(text);
        }
      }
      return null;
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": not UTF-8 text; save the file as UTF-8", e);
    }
  }

  /** Number of the row's line, from 1. */
  int line() {
    return number;
  }

  private List<String> cells(String line) throws IOException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw new IOException(file + ": line " + number + ": a quote is not closed");
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
