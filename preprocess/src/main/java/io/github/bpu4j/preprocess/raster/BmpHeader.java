// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.raster;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.limits.Allowance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * What a BMP file says about its pixels.
 *
 * @param width in pixels
 * @param height in pixels
 * @param bits of a pixel: 1, 4, 8, 16, 24 or 32
 * @param isTopDown whether the first row of the file is the top one
 * @param isRunLength whether rows are runs of palette entries
 * @param red where red begins in a pixel of 16 or 32 bits
 * @param green where green begins
 * @param blue where blue begins
 * @param palette blue, green and red of the entries
 * @param data index of the first byte of pixels
 */
record BmpHeader(
    int width,
    int height,
    int bits,
    boolean isTopDown,
    boolean isRunLength,
    int red,
    int green,
    int blue,
    Palette palette,
    int data) {
  private static final int FILE_HEADER = 14;
  private static final int CORE = 12;
  private static final int INFO = 40;

  /** Sizes of headers whose masks are part of them. */
  private static final Set<Integer> WITH_MASKS = Set.of(52, 56, 108, 124);

  private static final Set<Integer> BITS = Set.of(1, 4, 8, 16, 24, 32);
  private static final int COLORS = 256;

  static BmpHeader read(byte[] bytes, Allowance allowance) throws ImageDecodeException {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    require(file, FILE_HEADER + CORE);
    int size = file.getInt(FILE_HEADER);
    boolean isCore = size == CORE;
    if (!isCore && size != INFO && size != 64 && !WITH_MASKS.contains(size)) {
      throw new ImageDecodeException(
          "damaged or unsupported BMP: a header of %d bytes, expected 12, 40, 52, 56, 64, 108 or 124"
              .formatted(size));
    }
    require(file, FILE_HEADER + size);
    int width = isCore ? file.getChar(18) : file.getInt(18);
    int height = isCore ? file.getChar(20) : file.getInt(22);
    allowance.requireSize(width, Math.abs((long) height));
    int bits = file.getChar(isCore ? 24 : 28);
    int compression = isCore ? 0 : file.getInt(30);
    Masks masks = masks(file, size, bits, compression);
    int entries = bits > 8 ? 0 : isCore ? 1 << bits : entries(file.getInt(46), bits);
    int end = FILE_HEADER + size + (isCore ? 3 : 4) * entries;
    require(file, end);
    Palette palette = new Palette(file, FILE_HEADER + size, entries, isCore ? 3 : 4);
    int data = file.getInt(10);
    if (data < FILE_HEADER + size || data > file.limit()) {
      throw new ImageDecodeException(
          "damaged BMP: its pixels are said to begin at byte %d of %d"
              .formatted(Integer.toUnsignedLong(data), file.limit()));
    }
    boolean isRunLength = compression == 1 || compression == 2;
    if (isRunLength && height < 0) {
      throw new ImageDecodeException("damaged BMP: run lengths in rows from the top down");
    }
    return new BmpHeader(
        width,
        Math.abs(height),
        bits,
        height < 0,
        isRunLength,
        masks.red(),
        masks.green(),
        masks.blue(),
        palette,
        data);
  }

  private static int entries(int stated, int bits) throws ImageDecodeException {
    if (stated < 0 || stated > COLORS) {
      throw new ImageDecodeException(
          "damaged BMP: a palette of %d colors, expected at most %d"
              .formatted(Integer.toUnsignedLong(stated), COLORS));
    }
    return stated == 0 ? 1 << bits : stated;
  }

  /** Lowest bits of the colors in a pixel. */
  private record Masks(int red, int green, int blue) {
    private static final Masks RGB_555 = new Masks(10, 5, 0);
    private static final Masks RGB_565 = new Masks(11, 5, 0);
    private static final Masks RGB_888 = new Masks(16, 8, 0);
  }

  private static Masks masks(ByteBuffer file, int size, int bits, int compression)
      throws ImageDecodeException {
    requireOwnPixels(compression);
    if (!BITS.contains(bits)) {
      throw new ImageDecodeException(
          "damaged or unsupported BMP: %d bits per pixel, expected 1, 4, 8, 16, 24 or 32"
              .formatted(bits));
    }
    Masks plain = bits == 16 ? Masks.RGB_555 : Masks.RGB_888;
    return switch (compression) {
      case 0 -> plain;
      case 1 -> requireBits(bits, 8, plain);
      case 2 -> requireBits(bits, 4, plain);
      case 3 -> bitFields(file, size, bits);
      default -> throw unsupported("compression " + Integer.toUnsignedLong(compression));
    };
  }

  /** A file around a JPEG or PNG states 0 bits, so this is checked before the bits are. */
  private static void requireOwnPixels(int compression) throws ImageDecodeException {
    if (compression == 4) {
      throw unsupported("a JPEG inside a BMP; save the JPEG itself");
    }
    if (compression == 5) {
      throw unsupported("a PNG inside a BMP; save the PNG itself");
    }
  }

  private static Masks requireBits(int bits, int expected, Masks masks)
      throws ImageDecodeException {
    if (bits != expected) {
      throw new ImageDecodeException(
          "damaged BMP: run lengths of %d bits per pixel, expected %d".formatted(bits, expected));
    }
    return masks;
  }

  private static Masks bitFields(ByteBuffer file, int size, int bits) throws ImageDecodeException {
    require(file, FILE_HEADER + INFO + 12);
    int red = file.getInt(FILE_HEADER + INFO);
    int green = file.getInt(FILE_HEADER + INFO + 4);
    int blue = file.getInt(FILE_HEADER + INFO + 8);
    if (bits == 16 && green == 0x3E0 && red == 0x7C00 && blue == 0x1F) {
      return Masks.RGB_555;
    }
    if (bits == 16 && green == 0x7E0 && red == 0xF800 && blue == 0x1F) {
      return Masks.RGB_565;
    }
    boolean areBytes = isByte(red) && isByte(green) && isByte(blue);
    if (bits == 32 && areBytes && size != 64) {
      Masks masks =
          new Masks(
              Integer.numberOfTrailingZeros(red),
              Integer.numberOfTrailingZeros(green),
              Integer.numberOfTrailingZeros(blue));
      if (size >= 56 || masks.equals(Masks.RGB_888)) {
        return masks;
      }
    }
    throw unsupported(
        "the masks %08X %08X %08X for %d bits in a header of %d bytes"
            .formatted(red, green, blue, bits, size));
  }

  private static boolean isByte(int mask) {
    int shift = Integer.numberOfTrailingZeros(mask);
    return shift % 8 == 0 && mask >>> shift == 0xFF;
  }

  private static ImageDecodeException unsupported(String what) {
    return new ImageDecodeException("unsupported BMP: " + what);
  }

  private static void require(ByteBuffer file, int length) throws ImageDecodeException {
    if (file.limit() < length) {
      throw new ImageDecodeException(
          "damaged BMP: it ends at byte %d, inside its header of %d; fetch the file again"
              .formatted(file.limit(), length));
    }
  }
}
