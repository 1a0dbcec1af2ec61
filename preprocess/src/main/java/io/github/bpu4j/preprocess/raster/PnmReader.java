// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.raster;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.limits.Allowance;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import java.nio.ByteBuffer;

/**
 * Reads PBM, PGM and PPM, plain and raw (P1 to P6), with the values that OpenCV gives them.
 *
 * <p>Of 16-bit values ({@code maxval} above 255) the high byte is taken. Raw 8-bit values are taken
 * as they are; plain ones are scaled, {@code v * 255 / maxval}, cut. In bitmaps 1 is black.
 */
public final class PnmReader {
  private static final int LARGEST_MAXVAL = 65_535;
  private static final byte WHITE = (byte) 255;

  private final PnmTokens tokens;
  private final byte[] bytes;
  private final int kind;

  private PnmReader(byte[] bytes) {
    this.bytes = bytes;
    tokens = new PnmTokens(bytes);
    kind = bytes[1] - '0';
  }

  /**
   * Reads a file that begins with P1 to P6.
   *
   * @throws ImageDecodeException when it is damaged or exceeds a limit
   */
  public static PackedPixels read(byte[] bytes, Allowance allowance) throws ImageDecodeException {
    return new PnmReader(bytes).read(allowance);
  }

  private PackedPixels read(Allowance allowance) throws ImageDecodeException {
    int width = tokens.number("width");
    int height = tokens.number("height");
    allowance.requireSize(width, height);
    boolean isBitmap = kind == 1 || kind == 4;
    int maxval = isBitmap ? 1 : tokens.number("maxval");
    if (maxval < 1 || maxval > LARGEST_MAXVAL) {
      throw new ImageDecodeException(
          "damaged PNM: maxval %d, expected 1 to %d".formatted(maxval, LARGEST_MAXVAL));
    }
    ChannelOrder order = kind == 3 || kind == 6 ? ChannelOrder.RGB : ChannelOrder.GRAY;
    int rowValues = width * order.channels();
    byte[] values =
        switch (kind) {
          case 1 -> plainBits(rowValues * height);
          case 4 -> rawBits(width, height);
          case 2, 3 -> plain(Math.multiplyExact(rowValues, height), maxval);
          default -> raw(Math.multiplyExact(rowValues, height), maxval > 255 ? 2 : 1);
        };
    return PackedPixels.of(
        ByteBuffer.wrap(values), order, order.channels(), width, height, rowValues);
  }

  private byte[] plainBits(int count) throws ImageDecodeException {
    tokens.requireBytes(count);
    byte[] values = new byte[count];
    for (int i = 0; i < count; i++) {
      values[i] = tokens.digit() == '0' ? WHITE : 0;
    }
    return values;
  }

  private byte[] plain(int count, int maxval) throws ImageDecodeException {
    tokens.requireBytes(2L * count - 1);
    byte[] values = new byte[count];
    for (int i = 0; i < count; i++) {
      int value = tokens.number("value");
      if (value > maxval) {
        throw new ImageDecodeException(
            "damaged PNM: the value %d exceeds maxval %d".formatted(value, maxval));
      }
      values[i] = (byte) (maxval > 255 ? value >> 8 : value * 255 / maxval);
    }
    return values;
  }

  private byte[] rawBits(int width, int height) throws ImageDecodeException {
    int rowBytes = (width + 7) / 8;
    int from = tokens.raster((long) rowBytes * height);
    byte[] values = new byte[width * height];
    int to = 0;
    for (int y = 0; y < height; y++) {
      int row = from + y * rowBytes;
      for (int x = 0; x < width; x++) {
        values[to++] = (bytes[row + (x >> 3)] & (0x80 >> (x & 7))) == 0 ? WHITE : 0;
      }
    }
    return values;
  }

  private byte[] raw(int count, int valueBytes) throws ImageDecodeException {
    int from = tokens.raster((long) count * valueBytes);
    byte[] values = new byte[count];
    for (int i = 0; i < count; i++) {
      values[i] = bytes[from + i * valueBytes];
    }
    return values;
  }
}
