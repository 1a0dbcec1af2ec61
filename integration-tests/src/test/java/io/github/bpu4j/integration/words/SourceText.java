// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name and text of a file on one line, so that a phrase is found even if it is wrapped.
 *
 * <p>Line breaks with the comment leader of the next line become one space, and string literals
 * joined by {@code +} become one.
 */
final class SourceText {
  private static final Pattern LEADER =
      Pattern.compile("\\s*(?:/\\*\\*?|\\*/?|//+|#+|>|rem\\b)?\\s*");
  private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");

  private final String text;
  private final int[] lines;

  private SourceText(String text, int[] lines) {
    this.text = text;
    this.lines = lines;
  }

  static SourceText of(String name, String file) {
    String whole = name + "\n" + file;
    StringBuilder text = new StringBuilder();
    int[] lines = new int[whole.length() + 1];
    int number = 0;
    for (String line : whole.split("\n", -1)) {
      String kept = LEADER.matcher(line).replaceFirst("").stripTrailing() + " ";
      for (int i = 0; i < kept.length(); i++) {
        lines[text.length() + i] = number;
      }
      text.append(kept);
      number++;
    }
    return new SourceText(text.toString(), lines).withoutJoints();
  }

  private SourceText withoutJoints() {
    StringBuilder joined = new StringBuilder();
    int[] joinedLines = new int[lines.length];
    Matcher joint = JOINT.matcher(text);
    int from = 0;
    while (from < text.length()) {
      boolean found = joint.find(from);
      int end = found ? joint.start() : text.length();
      System.arraycopy(lines, from, joinedLines, joined.length(), end - from);
      joined.append(text, from, end);
      from = found ? joint.end() : end;
    }
    return new SourceText(joined.toString(), joinedLines);
  }

  String text() {
    return text;
  }

  /** The line that a character of {@link #text} comes from, from 1; 0 for the file's name. */
  int lineOf(int index) {
    return lines[index];
  }
}
