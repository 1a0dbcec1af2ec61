// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.process;

import io.github.bpu4j.modelfile.ElementType;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.StringTokenizer;

/**
 * One file of integers: lines that begin with {@code #}, then decimal numbers, a line for each run
 * of the last dimension, and a line feed at the end.
 */
final class ResultText {
  /** The longest number of 32 bits, its sign and a blank. */
  private static final long BYTES_PER_NUMBER = 12;

  /** Room for the lines before the numbers, which state a shift for each channel. */
  private static final long HEADER_BYTES = 1 << 16;

  private static final String SHIFT = "#shift =";

  private final String name;
  private final String text;
  private boolean shiftSeen;

  private ResultText(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * Reads a file.
   *
   * @param count how many numbers it has to hold
   * @param type that each of them has to fit
   * @throws IOException if it holds anything else
   */
  static long[] read(Path path, int count, ElementType type) throws IOException {
    File file = path.toFile();
    if (file.length() > HEADER_BYTES + BYTES_PER_NUMBER * count * 2) {
      throw new IOException(
          file.getName() + " has " + file.length() + " bytes, too many for " + count + " numbers");
    }
    try (InputStream in = new FileInputStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return new ResultText(file.getName(), text).numbers(count, type);
    }
  }

  private long[] numbers(int count, ElementType type) throws IOException {
    if (!text.endsWith("\n")) {
      throw new IOException(name + " is cut short after " + text.length() + " bytes");
    }
    long[] numbers = new long[count];
    int found = 0;
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      if (text.charAt(start) == '#') {
        checkHeader(text.substring(start, end));
      } else {
        StringTokenizer words = new StringTokenizer(text.substring(start, end));
        while (words.hasMoreTokens()) {
          long number = number(words.nextToken(), type);
          if (found < count) {
            numbers[found] = number;
          }
          found++;
        }
      }
      start = end + 1;
    }
    if (found != count || !shiftSeen) {
      throw new IOException(
          "%s holds %d numbers and %s shift, expected %d and one"
              .formatted(name, found, shiftSeen ? "a" : "no", count));
    }
    return numbers;
  }

  /** A shift other than 0 would mean that the integers are not what the model's scales are for. */
  private void checkHeader(String line) throws IOException {
    if (line.startsWith(SHIFT)) {
      shiftSeen = true;
      if (!line.substring(SHIFT.length()).matches("[0\\s]*")) {
        throw new IOException(name + " states a shift: " + shortened(line) + ", expected 0");
      }
    }
  }

  private long number(String word, ElementType type) throws IOException {
    try {
      long number = Long.parseLong(word);
      int unused = Long.SIZE - 8 * type.bytes();
      if (number << unused >> unused == number) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IOException(name + " holds '" + shortened(word) + "', expected a number", e);
    }
    throw new IOException(name + " holds " + word + ", which does not fit " + type);
  }

  private static String shortened(String word) {
    return word.length() > 40 ? word.substring(0, 40) + "..." : word;
  }
}
