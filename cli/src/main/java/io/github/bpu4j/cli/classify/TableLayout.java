// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Texts;

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
  private static final int LEAST_PICTURE = 7;
  private static final int CLASS = 5;
  private static final int SCORE = 8;
  private static final int TIME = 9;

  /**
   * Gives pictures what labels do not need, but at least two fifths of the room.
   *
   * @param columns of the terminal
   * @param widestPath columns of the longest path
   */
  static TableLayout of(int columns, int widestPath) {
    int room = Math.max(NARROWEST, columns - NUMBERS);
    int picture = Math.min(widestPath, Math.max(room - WIDEST_LABEL, room * 2 / 5));
    picture = Math.max(LEAST_PICTURE, picture);
    return new TableLayout(picture, Math.min(WIDEST_LABEL, room - picture));
  }

  String heading(Texts texts) {
    return row(
        texts.text("classify.picture", "PICTURE"),
        texts.text("classify.class", "CLASS"),
        texts.text("classify.label", "LABEL"),
        texts.text("classify.score", "SCORE"),
        TerminalText.padStart(texts.text("classify.time", "TIME"), TIME));
  }

  /** One line; names are made harmless and cut to their columns. */
  String row(String path, String index, String name, String score, String time) {
    String shownPath = TerminalText.keepEnd(TerminalText.printable(path), picture);
    String shownName = TerminalText.keepStart(TerminalText.printable(name), label);
    String line =
        TerminalText.pad(shownPath, picture)
            + "  "
            + TerminalText.padStart(index, CLASS)
            + "  "
            + TerminalText.pad(shownName, label)
            + "  "
            + TerminalText.padStart(score, SCORE)
            + "  "
            + time;
    return line.stripTrailing() + System.lineSeparator();
  }
}
