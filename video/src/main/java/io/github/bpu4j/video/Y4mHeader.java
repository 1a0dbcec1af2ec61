// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.video.RawLayout.Format;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a YUV4MPEG2 stream (yuv4mpeg(5) of mjpegtools), and the line before each frame.
 *
 * @param width of the frames
 * @param height of the frames
 * @param rateNumerator frames in {@code rateDenominator} seconds; 0 if not stated
 * @param rateDenominator seconds
 */
record Y4mHeader(int width, int height, long rateNumerator, long rateDenominator) {
  private static final int LONGEST_LINE = 1024;
  private static final String MAGIC = "YUV4MPEG2";
  private static final String FRAME = "FRAME";

  /** Reads the first line; null if the stream is empty. */
  static @Nullable Y4mHeader read(InputStream in) throws IOException {
    String line = line(in);
    return line == null ? null : of(line);
  }

  static Y4mHeader of(String line) throws IOException {
    String[] words = line.split(" ", -1);
    if (!words[0].equals(MAGIC)) {
      throw new IOException("got '" + line + "', expected " + MAGIC);
    }
    int width = 0;
    int height = 0;
    long[] rate = {0, 1};
    try {
      for (String word : words) {
        String value = word.isEmpty() ? "" : word.substring(1);
        switch (word.isEmpty() ? ' ' : word.charAt(0)) {
          case 'W' -> width = Integer.parseInt(value);
          case 'H' -> height = Integer.parseInt(value);
          case 'F' -> rate = ratio(value);
          default -> {} // interlacing, aspect and color are what the command asked for
        }
      }
    } catch (NumberFormatException e) {
      throw new IOException("got '" + line + "', expected numbers behind W, H and F", e);
    }
    return new Y4mHeader(width, height, rate[0], rate[1]);
  }

  private static long[] ratio(String text) {
    int colon = text.indexOf(':');
    long[] ratio = {
      Long.parseLong(text.substring(0, Math.max(0, colon))),
      Long.parseLong(text.substring(colon + 1))
    };
    if (ratio[0] < 0 || ratio[1] <= 0) {
      throw new NumberFormatException(text);
    }
    return ratio;
  }

  /** Reads the line before a frame; false at the end of the stream. */
  static boolean readFrameLine(InputStream in) throws IOException {
    String line = line(in);
    if (line == null) {
      return false;
    }
    if (!line.startsWith(FRAME)) {
      throw new IOException("got '" + line + "', expected " + FRAME);
    }
    return true;
  }

  /** Frames per second; 0 if not stated. */
  double framesPerSecond() {
    return (double) rateNumerator / rateDenominator;
  }

  /** The time of a frame of a file, in microseconds. */
  long micros(long frame) {
    return rateNumerator == 0 ? frame : Math.round(frame * 1e6 * rateDenominator / rateNumerator);
  }

  RawLayout layout(YuvRange range) {
    return RawLayout.of(Format.I420, width, height, range);
  }

  private static @Nullable String line(InputStream in) throws IOException {
    byte[] bytes = new byte[LONGEST_LINE];
    int length = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        if (length == 0) {
          return null;
        }
        throw new EOFException("the stream ended within a line");
      }
      if (length == LONGEST_LINE) {
        throw new IOException("a line of more than " + LONGEST_LINE + " bytes, expected " + FRAME);
      }
      bytes[length++] = (byte) next;
    }
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }
}
