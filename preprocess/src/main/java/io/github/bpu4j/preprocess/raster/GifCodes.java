// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.raster;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.nio.ByteBuffer;

/**
 * Decodes the LZW codes of a GIF frame, lowest bit first.
 *
 * <p>The table may be cleared at any code, several times in a row, and may stay full. The codes
 * must give every pixel of the frame and no more; only the code of the end may be missing.
 */
final class GifCodes {
  private static final int TABLE = 4096;
  private static final int FEWEST_BITS = 2;
  private static final int MOST_BITS = 11;
  private static final int NONE = -1;

  private final ByteBuffer file;
  private final short[] prefixes = new short[TABLE];
  private final byte[] lasts = new byte[TABLE];
  private final byte[] firsts = new byte[TABLE];
  private final short[] lengths = new short[TABLE];
  private final byte[] pixels;
  private final int clear;
  private final int firstBits;
  private int at;
  private int left;
  private int bits;
  private int bitCount;
  private int count;

  private GifCodes(ByteBuffer file, GifFrame frame) throws ImageDecodeException {
    this.file = file;
    at = frame.data();
    firstBits = file.get(at++) & 0xFF;
    if (firstBits < FEWEST_BITS || firstBits > MOST_BITS) {
      throw new ImageDecodeException(
          "damaged GIF: codes of %d bits, expected %d to %d"
              .formatted(firstBits, FEWEST_BITS, MOST_BITS));
    }
    clear = 1 << firstBits;
    for (int i = 0; i < clear; i++) {
      lasts[i] = (byte) i;
      firsts[i] = (byte) i;
      lengths[i] = 1;
    }
    pixels = new byte[frame.width() * frame.height()];
  }

  /** Returns the palette entries of the pixels, in the order of the file. */
  static byte[] read(ByteBuffer file, GifFrame frame) throws ImageDecodeException {
    GifCodes codes = new GifCodes(file, frame);
    codes.readAll();
    return codes.pixels;
  }

  private void readAll() throws ImageDecodeException {
    int next = clear + 2;
    int width = firstBits + 1;
    int previous = NONE;
    while (true) {
      int code = code(width);
      if (code == NONE || code == clear + 1) {
        requireAllPixels();
        return;
      }
      if (code == clear) {
        next = clear + 2;
        width = firstBits + 1;
        previous = NONE;
        continue;
      }
      requireKnown(code, previous == NONE ? clear - 1 : next < TABLE ? next : next - 1);
      if (previous != NONE && next < TABLE) {
        add(next++, previous, code);
        if (next == 1 << width && width < 12) {
          width++;
        }
      }
      write(code);
      previous = code;
    }
  }

  private void add(int entry, int previous, int code) {
    prefixes[entry] = (short) previous;
    firsts[entry] = firsts[previous];
    lengths[entry] = (short) (lengths[previous] + 1);
    lasts[entry] = code == entry ? firsts[previous] : firsts[code];
  }

  private void write(int code) throws ImageDecodeException {
    int length = lengths[code];
    if (length > pixels.length - count) {
      throw new ImageDecodeException(
          "damaged GIF: its codes give more than the %d pixels of the first frame"
              .formatted(pixels.length));
    }
    int entry = code;
    for (int i = count + length - 1; i >= count; i--) {
      pixels[i] = lasts[entry];
      entry = prefixes[entry];
    }
    count += length;
  }

  private void requireKnown(int code, int largest) throws ImageDecodeException {
    if (code > largest) {
      throw new ImageDecodeException(
          "damaged GIF: code %d at pixel %d, where %d is the largest known; fetch the file again"
              .formatted(code, count, largest));
    }
  }

  private void requireAllPixels() throws ImageDecodeException {
    if (count < pixels.length) {
      throw new ImageDecodeException(
          "damaged GIF: its codes give %d of the %d pixels of the first frame; fetch the file again"
              .formatted(count, pixels.length));
    }
  }

  /** Reads a code from the sub-blocks; there is none after the last whole one. */
  private int code(int width) {
    while (bitCount < width) {
      if (left == 0) {
        left = file.get(at++) & 0xFF;
        if (left == 0) {
          at--;
          return NONE;
        }
      }
      bits |= (file.get(at++) & 0xFF) << bitCount;
      bitCount += 8;
      left--;
    }
    int code = bits & ((1 << width) - 1);
    bits >>>= width;
    bitCount -= width;
    return code;
  }
}
