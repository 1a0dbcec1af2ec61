// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.raster;

import io.github.bpu4j.preprocess.ImageDecodeException;

/** Numbers between white space and comments, from byte 2 of a PNM file on. */
final class PnmTokens {
  private static final int LARGEST = 1 << 24;

  private final byte[] bytes;
  private int at = 2;

  PnmTokens(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads a number, at most 2^24. */
  int number(String what) throws ImageDecodeException {
    skipSpace(what);
    int start = at;
    int value = 0;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      value = Math.min((value * 10) + bytes[at] - '0', LARGEST);
      at++;
    }
    if (at == start) {
      throw unexpected(what);
    }
    if (at < bytes.length && bytes[at] != '#' && !isSpace(bytes[at])) {
      throw unexpected("white space after a " + what);
    }
    return value;
  }

  /** Reads one digit, 0 or 1; digits need not be separated by spaces. */
  byte digit() throws ImageDecodeException {
    skipSpace("0 or 1");
    if (bytes[at] != '0' && bytes[at] != '1') {
      throw unexpected("0 or 1");
    }
    return bytes[at++];
  }

  /** Skips the one white space before binary rows; returns the index of their first byte. */
  int raster(long length) throws ImageDecodeException {
    if (at >= bytes.length || !isSpace(bytes[at])) {
      throw unexpected("white space before the rows");
    }
    at++;
    requireBytes(length);
    return at;
  }

  /** Requires at least so many more bytes, before memory is taken for what they hold. */
  void requireBytes(long length) throws ImageDecodeException {
    if (length > bytes.length - at) {
      throw new ImageDecodeException(
          "damaged PNM: %d bytes or more expected after the header, got %d; fetch the file again"
              .formatted(length, bytes.length - at));
    }
  }

  private void skipSpace(String what) throws ImageDecodeException {
    while (at < bytes.length && (bytes[at] == '#' || isSpace(bytes[at]))) {
      at = bytes[at] == '#' ? endOfLine() : at + 1;
    }
    if (at >= bytes.length) {
      throw unexpected(what);
    }
  }

  private int endOfLine() {
    int end = at;
    while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
      end++;
    }
    return end;
  }

  private static boolean isSpace(byte value) {
    return value == ' ' || (value >= '\t' && value <= '\r');
  }

  private ImageDecodeException unexpected(String expected) {
    String got = at < bytes.length ? "%02X".formatted(bytes[at]) : "the end of the file";
    return new ImageDecodeException(
        "damaged PNM: expected %s at byte %d, got %s".formatted(expected, at, got));
  }
}
