// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.raster;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.limits.Allowance;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import java.nio.ByteBuffer;

/**
 * Reads BMP of 1 to 32 bits with the values that OpenCV gives them: of 5 or 6 bits a color, the low
 * bits of the byte are 0; colors beyond the palette are black.
 */
public final class BmpReader {
  private BmpReader() {}

  /**
   * Reads a file that begins with {@code BM}.
   *
   * @throws ImageDecodeException when it is damaged or exceeds a limit
   */
  public static PackedPixels read(byte[] bytes, Allowance allowance) throws ImageDecodeException {
    BmpHeader header = BmpHeader.read(bytes, allowance);
    byte[] bgr;
    if (header.isRunLength()) {
      bgr = BmpRuns.read(bytes, header);
    } else {
      requireRows(bytes, header);
      bgr = new byte[header.width() * header.height() * 3];
      for (int y = 0; y < header.height(); y++) {
        int row = header.isTopDown() ? y : header.height() - 1 - y;
        copyRow(bytes, header, header.data() + (int) (y * rowBytes(header)), bgr, row);
      }
    }
    int rowBytes = header.width() * 3;
    return PackedPixels.of(
        ByteBuffer.wrap(bgr), ChannelOrder.BGR, 3, header.width(), header.height(), rowBytes);
  }

  private static long rowBytes(BmpHeader header) {
    return ((long) header.width() * header.bits() + 31) / 32 * 4;
  }

  private static void requireRows(byte[] bytes, BmpHeader header) throws ImageDecodeException {
    long expected = rowBytes(header) * header.height();
    int got = bytes.length - header.data();
    if (got < expected) {
      throw new ImageDecodeException(
          "damaged BMP: %d bytes of pixels expected, got %d; fetch the file again"
              .formatted(expected, got));
    }
  }

  private static void copyRow(byte[] bytes, BmpHeader header, int from, byte[] bgr, int row) {
    int width = header.width();
    int to = row * width * 3;
    switch (header.bits()) {
      case 24 -> System.arraycopy(bytes, from, bgr, to, width * 3);
      case 32 -> {
        for (int x = 0; x < width; x++, to += 3) {
          bgr[to] = bytes[from + 4 * x + header.blue() / 8];
          bgr[to + 1] = bytes[from + 4 * x + header.green() / 8];
          bgr[to + 2] = bytes[from + 4 * x + header.red() / 8];
        }
      }
      case 16 -> {
        int greenBits = header.red() - header.green();
        for (int x = 0; x < width; x++, to += 3) {
          int pixel = (bytes[from + 2 * x] & 0xFF) | (bytes[from + 2 * x + 1] << 8);
          bgr[to] = (byte) (pixel << 3);
          bgr[to + 1] = (byte) ((pixel >> header.green()) << (8 - greenBits));
          bgr[to + 2] = (byte) ((pixel >> header.red()) << 3);
        }
      }
      default -> {
        int bits = header.bits();
        int mask = (1 << bits) - 1;
        for (int x = 0; x < width; x++, to += 3) {
          int bit = x * bits;
          int entry = (bytes[from + (bit >> 3)] >> (8 - bits - (bit & 7))) & mask;
          header.palette().copyTo(bgr, to, entry);
        }
      }
    }
  }
}
