// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info;

import io.github.bpu4j.cli.io.TextWidth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Text for people in rows of a label and a value, or of a label and two values side by side. */
final class Page {
  private static final int LABEL = 16;
  private static final int WIDEST = 34;

  private final StringBuilder text = new StringBuilder();

  /** A line on its own. */
  Page heading(String line) {
    text.append(printable(line)).append(System.lineSeparator());
    return this;
  }

  Page row(String label, String value) {
    return heading(TextWidth.pad("  " + label, LABEL) + value);
  }

  Page row(String label, Optional<String> value) {
    value.ifPresent(found -> row(label, found));
    return this;
  }

  /** Rows of two values under the names of their columns. */
  Page columns(String left, String right, List<RuntimeComparison.Row> rows) {
    List<String[]> cells = new ArrayList<>();
    cells.add(new String[] {"", left, right, ""});
    for (RuntimeComparison.Row row : rows) {
      cells.add(
          new String[] {
            row.tensor() + " " + row.property(),
            row.file(),
            row.runtime(),
            row.differs() ? "  <- differs" : ""
          });
    }
    int first = width(cells, 0);
    int second = width(cells, 1);
    int third = width(cells, 2);
    for (String[] cell : cells) {
      String line =
          "    "
              + TextWidth.pad(TextWidth.keepStart(cell[0], WIDEST), first + 2)
              + TextWidth.pad(TextWidth.keepStart(cell[1], WIDEST), second + 2)
              + TextWidth.pad(TextWidth.keepStart(cell[2], WIDEST), third)
              + cell[3];
      heading(line.stripTrailing());
    }
    return this;
  }

  /** Dimensions as {@code 1x3x224x224}; an open one is {@code ?}. */
  static String shape(Collection<Integer> sizes) {
    return sizes.stream()
        .map(size -> size < 0 ? "?" : size.toString())
        .collect(Collectors.joining("x"));
  }

  /** Numbers with commas between them, as the build settings write them. */
  static String list(Collection<?> numbers) {
    return numbers.stream().map(Object::toString).collect(Collectors.joining(","));
  }

  /** The text with everything replaced that could steer a terminal: names come from files. */
  static String printable(String text) {
    return text.codePoints()
        .map(point -> Character.isISOControl(point) ? '\uFFFD' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int width(List<String[]> cells, int column) {
    return cells.stream()
        .mapToInt(cell -> Math.min(WIDEST, TextWidth.of(cell[column])))
        .max()
        .orElse(0);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
