// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.cli.io.TerminalText;
import java.util.Locale;

/**
 * Widths of the two columns that vary, so that a row fits the terminal.
 *
 * @param picture columns for the picture's path, whose start is cut off if it is longer
 * @param label columns for the label, whose end is cut off if it is longer
 */
record TableLayout(int picture, int label) {
  private static final int NUMBERS = 31;
  private static final int NARROWEST = 32;
  private static final int WIDEST_LABEL = 44;
  private static final String TITLE = "PICTURE";

  /**
   * Gives pictures what labels do not need, but at least two fifths of the room.
   *
   * @param columns of the terminal
   * @param widestPath columns of the longest path
   */
  static TableLayout of(int columns, int widestPath) {
    int room = Math.max(NARROWEST, columns - NUMBERS);
    int picture = Math.min(widestPath, Math.max(room - WIDEST_LABEL, room * 2 / 5));
    picture = Math.max(TITLE.length(), picture);
    return new TableLayout(picture, Math.min(WIDEST_LABEL, room - picture));
  }

  String heading() {
    return row(TITLE, "CLASS", "LABEL", "SCORE", "     TIME");
  }

  /** One line; names are made harmless and cut to their columns. */
  String row(String path, String index, String name, String score, String time) {
    String shownPath = TerminalText.keepEnd(TerminalText.printable(path), picture);
    String shownName = TerminalText.keepStart(TerminalText.printable(name), label);
    String line =
        TerminalText.pad(shownPath, picture)
            + String.format(Locale.ROOT, "  %5s  ", index)
            + TerminalText.pad(shownName, label)
            + String.format(Locale.ROOT, "  %8s  %s", score, time);
    return line.stripTrailing() + System.lineSeparator();
  }
}
