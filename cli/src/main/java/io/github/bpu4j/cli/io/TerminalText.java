// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fits text to a terminal, where Chinese characters take two columns, and makes it harmless. */
public final class TerminalText {
  private static final String CUT = "...";
  private static final int ARABIC_LETTER_MARK = 0x061C;
  private static final Pattern CONTINUED = Pattern.compile("\\r?\\n(?=[ \\t])");

  private TerminalText() {}

  /** The number of columns that a text takes. */
  public static int columns(String text) {
    return text.codePoints().map(TerminalText::columns).sum();
  }

  /** The text followed by spaces up to a width. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - columns(text)));
  }

  /** Spaces up to a width, followed by the text; for numbers and the titles above them. */
  public static String padStart(String text, int width) {
    return " ".repeat(Math.max(0, width - columns(text))) + text;
  }

  /**
   * Breaks a text into lines, at spaces and between Chinese characters; a line does not begin with
   * a mark that ends a phrase. A word that is too wide keeps a line of its own.
   */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      while (to < text.length() && !mayBreak(text, to)) {
        to = breaks.next();
      }
      String piece = text.substring(from, to);
      if (!line.isEmpty() && columns(line + piece.stripTrailing()) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(piece);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /** Commands and paths stay whole, which break at hyphens and slashes otherwise. */
  private static boolean mayBreak(String text, int at) {
    int before = text.codePointBefore(at);
    return before == ' ' || columns(before) == 2 || columns(text.codePointAt(at)) == 2;
  }

  /** Cuts the end off a text that is too wide, and marks the cut. */
  public static String keepStart(String text, int width) {
    if (columns(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int room = width - CUT.length();
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      room -= columns(point);
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
    if (columns(text) <= width) {
      return text;
    }
    int room = width - CUT.length();
    int at = text.length();
    while (at > 0) {
      int point = text.codePointBefore(at);
      room -= columns(point);
      if (room < 0) {
        break;
      }
      at -= Character.charCount(point);
    }
    return CUT + text.substring(at);
  }

  /**
   * The text with everything that could steer a terminal or forge a line written out: control
   * characters as {@code \x1b}; line separators, text direction overrides and lone surrogates as a
   * backslash, u and four hexadecimal digits.
   */
  public static String printable(String text) {
    return visible(text.replace("\t", "\\x09"));
  }

  private static String visible(String text) {
    if (text.codePoints().noneMatch(TerminalText::steers)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (steers(point)) {
                shown.append(
                    String.format(Locale.ROOT, point < 256 ? "\\x%02x" : "\\u%04x", point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }

  /**
   * Like {@link #printable}, for a message of several lines: tabs stay, and line breaks before an
   * indented line, which is how this program continues a message. So a name cannot pose as one.
   */
  public static String printableLines(String text) {
    return Arrays.stream(CONTINUED.split(text, -1))
        .map(TerminalText::visible)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static boolean steers(int point) {
    return (Character.isISOControl(point) && point != '\t')
        || point == ARABIC_LETTER_MARK
        || (point >= 0x200E && point <= 0x200F)
        || (point >= 0x2028 && point <= 0x202E)
        || (point >= 0x2066 && point <= 0x2069)
        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  private static int columns(int point) {
    if (point < 0x300) {
      return 1;
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    if (point >= 0x1F300 && point <= 0x1FAFF) {
      return 2;
    }
    return switch (UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> 2;
      default ->
          (point >= 0x3000 && point <= 0x303F) || (point >= 0xFF01 && point <= 0xFF60) ? 2 : 1;
    };
  }
}
