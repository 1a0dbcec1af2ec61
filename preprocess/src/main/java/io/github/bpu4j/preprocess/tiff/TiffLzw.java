// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

import io.github.bpu4j.preprocess.ImageDecodeException;

/**
 * Decodes the LZW codes of a strip, highest bit first, whose length grows one code early.
 *
 * <p>They must give every byte of the strip; then the code of the end must follow, or the strip be
 * over but for padding.
 */
final class TiffLzw {
  private static final int TABLE = 4096;
  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int FIRST = 258;
  private static final int PADDING_BITS = 24;

  private final byte[] code;
  private final byte[] out;
  private final int[] starts = new int[TABLE];
  private final int[] lengths = new int[TABLE];
  private long at;
  private int count;

  private TiffLzw(byte[] code, int length) {
    this.code = code;
    out = new byte[length];
  }

  static byte[] unpack(byte[] code, int length) throws ImageDecodeException {
    if (code.length > 1 && code[0] == 0 && (code[1] & 1) == 1) {
      throw new ImageDecodeException(
          "unsupported TIFF: LZW of before TIFF 6.0, lowest bit first; write it again");
    }
    TiffLzw lzw = new TiffLzw(code, length);
    lzw.readAll();
    return lzw.out;
  }

  /** Entries are ranges of what was written: the previous one and the byte after it. */
  private void readAll() throws ImageDecodeException {
    int next = FIRST;
    int width = 9;
    int previousStart = -1;
    while (count < out.length) {
      int value = code(width);
      if (value == CLEAR) {
        next = FIRST;
        width = 9;
        previousStart = -1;
        continue;
      }
      int start = count;
      if (previousStart >= 0 && next < TABLE) {
        starts[next] = previousStart;
        lengths[next] = count - previousStart + 1;
        next++;
      }
      if (value == END || value >= next) {
        throw damaged("code " + value);
      }
      write(value);
      previousStart = start;
      if (next >= (1 << width) - 1 && width < 12) {
        width++;
      }
    }
    requireEnd(width);
  }

  private void write(int value) throws ImageDecodeException {
    if (value < CLEAR) {
      out[count++] = (byte) value;
      return;
    }
    int length = lengths[value];
    if (length > out.length - count) {
      throw damaged("more than the bytes");
    }
    int from = starts[value];
    for (int i = 0; i < length; i++) {
      out[count++] = out[from++];
    }
  }

  private void requireEnd(int width) throws ImageDecodeException {
    long left = 8L * code.length - at;
    if (left >= PADDING_BITS && code(width) != END) {
      throw damaged("more codes");
    }
  }

  private int code(int width) throws ImageDecodeException {
    if (at + width > 8L * code.length) {
      throw damaged("the end of the strip");
    }
    int first = (int) (at >> 3);
    int window = (code[first] & 0xFF) << 16;
    window |= first + 1 < code.length ? (code[first + 1] & 0xFF) << 8 : 0;
    window |= first + 2 < code.length ? code[first + 2] & 0xFF : 0;
    int value = (window >> (24 - (int) (at & 7) - width)) & ((1 << width) - 1);
    at += width;
    return value;
  }

  private ImageDecodeException damaged(String got) {
    return new ImageDecodeException(
        "damaged TIFF: at byte %d of %d of an LZW strip, got %s; fetch the file again"
            .formatted(count, out.length, got));
  }
}
