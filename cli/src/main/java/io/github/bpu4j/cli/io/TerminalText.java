// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.lang.Character.UnicodeScript;

/** Fits text to a terminal, where Chinese characters take two columns. */
public final class TerminalText {
  private static final String CUT = "...";

  private TerminalText() {}

  /** The number of columns that a text takes. */
  public static int of(String text) {
    return text.codePoints().map(TerminalText::of).sum();
  }

  /** The text followed by spaces up to a width. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** Cuts the end off a text that is too wide, and marks the cut. */
  public static String keepStart(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int room = width - CUT.length();
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      room -= of(point);
      if (room < 0) {
        break;
      }
      kept.appendCodePoint(point);
      at += Character.charCount(point);
    }
    return kept + CUT;
  }

  /** Cuts the start off a text that is too wide; for paths, whose end tells more. */
  public static String keepEnd(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    int room = width - CUT.length();
    int at = text.length();
    while (at > 0) {
      int point = text.codePointBefore(at);
      room -= of(point);
      if (room < 0) {
        break;
      }
      at -= Character.charCount(point);
    }
    return CUT + text.substring(at);
  }

  /** The text with its control characters replaced, because they could steer the terminal. */
  public static String printable(String text) {
    return text.codePoints()
        .map(point -> Character.isISOControl(point) ? '\uFFFD' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int of(int point) {
    if (point < 0x1100) {
      return 1;
    }
    return switch (UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> 2;
      default ->
          (point >= 0x3000 && point <= 0x303F) || (point >= 0xFF01 && point <= 0xFF60) ? 2 : 1;
    };
  }
}
