// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import java.awt.image.Raster;

/**
 * Converts the CMYK of JPEG files, stored inverted as Adobe does, to RGB as OpenCV computes it:
 * {@code ch = k - ((255 - ch) * k >> 8)}, without an ICC profile.
 *
 * <p>YCCK is converted to CMYK first, as libjpeg does: {@code C = 255 - R} and so on, with R, G, B
 * of Y, Cb, Cr in 16 fraction bits.
 */
final class CmykPixels {
  private static final int BITS = 16;
  private static final int HALF = 1 << (BITS - 1);
  private static final int CR_TO_R = 91881;
  private static final int CB_TO_G = -22554;
  private static final int CR_TO_G = -46802;
  private static final int CB_TO_B = 116130;

  private CmykPixels() {}

  static PackedPixels toRgb(Raster raster, boolean isYcck) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] rgb = new byte[Math.multiplyExact(width * 3, height)];
    int[] row = new int[width * 4];
    int to = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      if (isYcck) {
        toCmyk(row);
      }
      for (int x = 0; x < row.length; x += 4) {
        int k = row[x + 3];
        rgb[to++] = (byte) (k - (((255 - row[x]) * k) >> 8));
        rgb[to++] = (byte) (k - (((255 - row[x + 1]) * k) >> 8));
        rgb[to++] = (byte) (k - (((255 - row[x + 2]) * k) >> 8));
      }
    }
    return BufferedImages.packed(rgb, width, height, ChannelOrder.RGB);
  }

  private static void toCmyk(int[] row) {
    for (int x = 0; x < row.length; x += 4) {
      int luma = row[x];
      int cb = row[x + 1] - 128;
      int cr = row[x + 2] - 128;
      row[x] = inverted(luma + ((CR_TO_R * cr + HALF) >> BITS));
      row[x + 1] = inverted(luma + ((CB_TO_G * cb + CR_TO_G * cr + HALF) >> BITS));
      row[x + 2] = inverted(luma + ((CB_TO_B * cb + HALF) >> BITS));
    }
  }

  private static int inverted(int color) {
    return 255 - Math.max(0, Math.min(color, 255));
  }
}
