// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.page;

import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
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
  private final Texts texts;

  Page(Texts texts) {
    this.texts = texts;
  }

  /** Adds a line without columns. */
  Page heading(Text line) {
    return line(texts.text(line));
  }

  /** Adds a line of what the file says, which has no translation. */
  Page line(String line) {
    text.append(TerminalText.printable(line)).append(System.lineSeparator());
    return this;
  }

  /** Adds a fact about the model: a {@link Text}, or what the file says. */
  Page row(Text label, Object value) {
    return row("  ", label, value);
  }

  /** Adds a fact if there is one. */
  Page row(Text label, Optional<?> value) {
    value.ifPresent(found -> row(label, found));
    return this;
  }

  /** Adds a fact about a part of the model. */
  Page inner(Text label, Object value) {
    return row("    ", label, value);
  }

  /** Adds a fact about a part of the model if there is one. */
  Page inner(Text label, Optional<?> value) {
    value.ifPresent(found -> inner(label, found));
    return this;
  }

  private Page row(String indent, Text label, Object value) {
    String shown = value instanceof Text words ? texts.text(words) : value.toString();
    return line(TerminalText.pad(indent + texts.text(label), LABEL) + shown);
  }

  /** Adds rows of two values under the names of their columns. */
  Page columns(Text left, Text right, List<Row> rows) {
    String differs = "  <- " + texts.text("info.differs", "differs");
    List<String[]> cells = new ArrayList<>();
    cells.add(new String[] {"", texts.text(left), texts.text(right), ""});
    for (Row row : rows) {
      cells.add(new String[] {row.label(), row.left(), row.right(), row.differs() ? differs : ""});
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
      line(line.stripTrailing());
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
