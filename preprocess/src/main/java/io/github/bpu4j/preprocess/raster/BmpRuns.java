// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.raster;

import io.github.bpu4j.preprocess.ImageDecodeException;

/**
 * Reads runs of palette entries (RLE8, RLE4), from the bottom row up.
 *
 * <p>Pixels that the file skips, by an early end of a row or a move, get the first color of the
 * palette. The file may leave out the mark at its end, but no row.
 */
final class BmpRuns {
  private static final int END_OF_ROW = 0;
  private static final int END = 1;
  private static final int MOVE = 2;

  private final byte[] bytes;
  private final BmpHeader header;
  private final byte[] entries;
  private int at;
  private int x;
  private int y;

  private BmpRuns(byte[] bytes, BmpHeader header) {
    this.bytes = bytes;
    this.header = header;
    entries = new byte[header.width() * header.height()];
    at = header.data();
  }

  /** Returns blue, green and red of every pixel, from the top row down. */
  static byte[] read(byte[] bytes, BmpHeader header) throws ImageDecodeException {
    BmpRuns runs = new BmpRuns(bytes, header);
    runs.readAll();
    byte[] bgr = new byte[runs.entries.length * 3];
    int to = 0;
    for (byte entry : runs.entries) {
      header.palette().copyTo(bgr, to, entry & 0xFF);
      to += 3;
    }
    return bgr;
  }

  private void readAll() throws ImageDecodeException {
    boolean isOpen = true;
    while (isOpen && !isComplete()) {
      int count = next();
      int value = next();
      if (count > 0) {
        repeat(count, value);
      } else {
        isOpen = escape(value);
      }
    }
    if (!isComplete()) {
      throw damaged("ends in row %d of %d, column %d".formatted(y + 1, header.height(), x));
    }
  }

  private boolean isComplete() {
    return y >= header.height() || (y == header.height() - 1 && x == header.width());
  }

  /** Acts on what follows a zero; returns false at the end of the picture. */
  private boolean escape(int value) throws ImageDecodeException {
    switch (value) {
      case END -> {
        return false;
      }
      case END_OF_ROW -> {
        x = 0;
        y++;
      }
      case MOVE -> {
        x += next();
        y += next();
        requireInside(0);
      }
      default -> literal(value);
    }
    return true;
  }

  private void repeat(int count, int value) throws ImageDecodeException {
    int to = start(count);
    for (int i = 0; i < count; i++) {
      entries[to + i] = (byte) (header.bits() == 8 ? value : i % 2 == 0 ? value >> 4 : value & 15);
    }
  }

  private void literal(int count) throws ImageDecodeException {
    int to = start(count);
    int stored = header.bits() == 8 ? count : (count + 1) / 2;
    int end = at + stored + (stored & 1);
    for (int i = 0; i < count; i++) {
      if (header.bits() == 8) {
        entries[to + i] = (byte) next();
      } else {
        int pair = i % 2 == 0 ? next() : bytes[at - 1];
        entries[to + i] = (byte) (i % 2 == 0 ? pair >> 4 : pair & 15);
      }
    }
    at = end;
  }

  private int start(int count) throws ImageDecodeException {
    // A row that is full goes on in the next one without a mark.
    if (x == header.width() && count > 0) {
      x = 0;
      y++;
    }
    requireInside(count);
    int start = (header.height() - 1 - y) * header.width() + x;
    x += count;
    return start;
  }

  private void requireInside(int count) throws ImageDecodeException {
    if (y >= header.height() || x + count > header.width()) {
      throw damaged(
          "exceeds the picture in row %d of %d, column %d"
              .formatted(y + 1, header.height(), x + count));
    }
  }

  private int next() throws ImageDecodeException {
    if (at >= bytes.length) {
      throw damaged("ends in row %d of %d, column %d".formatted(y + 1, header.height(), x));
    }
    return bytes[at++] & 0xFF;
  }

  private static ImageDecodeException damaged(String what) {
    return new ImageDecodeException(
        "damaged BMP: its run-length code " + what + "; fetch the file again");
  }
}
