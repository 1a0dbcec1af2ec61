// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.page;

import io.github.bpu4j.cli.io.TerminalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text in rows of a label and one value, or of a label and two values side by side. */
final class Page {
  private static final int LABEL = 16;
  private static final int WIDEST = 34;

  /** A label and two values, and whether they contradict each other. */
  record Row(String label, String left, String right, boolean differs) {}

  private final StringBuilder text = new StringBuilder();

  /** Adds a line without columns. */
  Page heading(String line) {
    text.append(TerminalText.printable(line)).append(System.lineSeparator());
    return this;
  }

  Page row(String label, String value) {
    return heading(TerminalText.pad("  " + label, LABEL) + value);
  }

  Page row(String label, Optional<String> value) {
    value.ifPresent(found -> row(label, found));
    return this;
  }

  /** Adds rows of two values under the names of their columns. */
  Page columns(String left, String right, List<Row> rows) {
    List<String[]> cells = new ArrayList<>();
    cells.add(new String[] {"", left, right, ""});
    for (Row row : rows) {
      cells.add(
          new String[] {row.label(), row.left(), row.right(), row.differs() ? "  <- differs" : ""});
    }
    int first = width(cells, 0);
    int second = width(cells, 1);
    int third = width(cells, 2);
    for (String[] cell : cells) {
      String line =
          "    "
              + TerminalText.pad(TerminalText.keepStart(cell[0], WIDEST), first + 2)
              + TerminalText.pad(TerminalText.keepStart(cell[1], WIDEST), second + 2)
              + TerminalText.pad(TerminalText.keepStart(cell[2], WIDEST), third)
              + cell[3];
      heading(line.stripTrailing());
    }
    return this;
  }

  private static int width(List<String[]> cells, int column) {
    return cells.stream()
        .mapToInt(cell -> Math.min(WIDEST, TerminalText.columns(cell[column])))
        .max()
        .orElse(0);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
