// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.nio.ByteOrder;

/**
 * Converts rows of samples to red, green and blue, with libtiff's arithmetic.
 *
 * <p>Gray of 16 bits is cut to its high byte; colors of 16 bits become {@code (v + 128) / 257}.
 * CMYK becomes {@code (255 - k) * (255 - c) / 255}; a color that is to be multiplied by alpha,
 * {@code (c * a + 127) / 255}.
 */
final class PixelRows {
  private final TiffLayout layout;
  private final int high;
  private final byte[] map;
  private final YcbcrTables ycbcr;

  PixelRows(TiffDirectory directory, TiffLayout layout) throws ImageDecodeException {
    this.layout = layout;
    high = directory.order() == ByteOrder.BIG_ENDIAN ? 0 : 1;
    ycbcr = new YcbcrTables(directory);
    map =
        layout.photometric() == Photometric.PALETTE
            ? palette(directory, 1 << layout.bits())
            : grays(Math.min(layout.bits(), 8), layout.photometric() == Photometric.WHITE_IS_ZERO);
  }

  private static byte[] palette(TiffDirectory directory, int colors) throws ImageDecodeException {
    if (directory.shorts(TiffTag.COLOR_MAP) != 3 * colors) {
      throw new ImageDecodeException(
          "damaged TIFF: a palette of %d values of 16 bits, expected %d"
              .formatted(directory.shorts(TiffTag.COLOR_MAP), 3 * colors));
    }
    long largest = 0;
    for (int i = 0; i < 3 * colors; i++) {
      largest = Math.max(largest, directory.value(TiffTag.COLOR_MAP, i));
    }
    // Old writers filled in 8 bits.
    int shift = largest < 256 ? 0 : 8;
    byte[] map = new byte[3 * colors];
    for (int i = 0; i < colors; i++) {
      for (int c = 0; c < 3; c++) {
        map[3 * i + c] = (byte) (directory.value(TiffTag.COLOR_MAP, c * colors + i) >> shift);
      }
    }
    return map;
  }

  private static byte[] grays(int bits, boolean isInverted) {
    int range = (1 << bits) - 1;
    byte[] map = new byte[3 << bits];
    for (int i = 0; i <= range; i++) {
      byte gray = (byte) ((isInverted ? range - i : i) * 255 / range);
      map[3 * i] = gray;
      map[3 * i + 1] = gray;
      map[3 * i + 2] = gray;
    }
    return map;
  }

  /** Converts the first pixels of row {@code y} of a chunk. */
  void convert(byte[] chunk, int y, int count, byte[] rgb, int to) {
    switch (layout.photometric()) {
      case RGB -> colors(chunk, y, count, rgb, to);
      case CMYK -> inks(chunk, y, count, rgb, to);
      case YCBCR -> {
        if (layout.compression().givesColors() && !layout.isSeparate()) {
          System.arraycopy(chunk, y * layout.chunkWidth() * 3, rgb, to, count * 3);
        } else {
          chroma(chunk, y, count, rgb, to);
        }
      }
      default -> mapped(chunk, y, count, rgb, to);
    }
  }

  private void mapped(byte[] chunk, int y, int count, byte[] rgb, int to) {
    int bits = layout.bits();
    int step = bits * layout.samples();
    int row = y * rowBytes();
    int mask = (1 << Math.min(bits, 8)) - 1;
    for (int x = 0; x < count; x++) {
      int bit = x * step;
      int at = row + (bit >> 3);
      int value = bits == 16 ? chunk[at + high] : chunk[at] >> (8 - bits - (bit & 7));
      System.arraycopy(map, 3 * (value & mask), rgb, to + 3 * x, 3);
    }
  }

  private void colors(byte[] chunk, int y, int count, byte[] rgb, int to) {
    int sampleBytes = layout.bits() / 8;
    int step = layout.samples() * sampleBytes;
    boolean multiplies = layout.alpha() == TiffLayout.Alpha.MULTIPLY;
    int at = y * rowBytes();
    for (int x = 0; x < count; x++, at += step) {
      int alpha = multiplies ? sample(chunk, at + 3 * sampleBytes) : 255;
      for (int c = 0; c < 3; c++) {
        int value = sample(chunk, at + c * sampleBytes);
        rgb[to + 3 * x + c] = (byte) (multiplies ? (value * alpha + 127) / 255 : value);
      }
    }
  }

  private int sample(byte[] chunk, int at) {
    if (layout.bits() == 8) {
      return chunk[at] & 0xFF;
    }
    int value = ((chunk[at + high] & 0xFF) << 8) | (chunk[at + 1 - high] & 0xFF);
    return (value + 128) / 257;
  }

  private void inks(byte[] chunk, int y, int count, byte[] rgb, int to) {
    int at = y * rowBytes();
    for (int x = 0; x < count; x++, at += 4) {
      int light = 255 - (chunk[at + 3] & 0xFF);
      for (int c = 0; c < 3; c++) {
        rgb[to + 3 * x + c] = (byte) (light * (255 - (chunk[at + c] & 0xFF)) / 255);
      }
    }
  }

  /** Blocks hold their Y row after row, then one Cb and one Cr. */
  private void chroma(byte[] chunk, int y, int count, byte[] rgb, int to) {
    int across = layout.across();
    int inBlock = across * layout.down();
    int blocksAcross = (layout.chunkWidth() + across - 1) / across;
    int rowOfBlocks = (y / layout.down()) * blocksAcross;
    for (int x = 0; x < count; x++) {
      int block = (rowOfBlocks + x / across) * (inBlock + 2);
      int luma = chunk[block + (y % layout.down()) * across + x % across] & 0xFF;
      int cb = chunk[block + inBlock] & 0xFF;
      int cr = chunk[block + inBlock + 1] & 0xFF;
      ycbcr.convert(luma, cb, cr, rgb, to + 3 * x);
    }
  }

  private int rowBytes() {
    return (layout.chunkWidth() * layout.samples() * layout.bits() + 7) / 8;
  }
}
