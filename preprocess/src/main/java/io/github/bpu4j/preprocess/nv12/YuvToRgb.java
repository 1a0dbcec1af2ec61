// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.preprocess.pixels.Plane;
import io.github.bpu4j.preprocess.pixels.YuvPixels;
import java.awt.image.BufferedImage;

/**
 * Converts camera planes to RGB for display, by BT.601 in 20 fraction bits; each chroma sample is
 * repeated for its pixels.
 *
 * <pre>
 * VIDEO: R = 1.164 (Y - 16) + 1.596 V,  G = ... - 0.391 U - 0.813 V,  B = ... + 2.018 U
 * FULL:  R = Y + 1.402 V,               G = Y - 0.344 U - 0.714 V,    B = Y + 1.772 U
 * </pre>
 */
public final class YuvToRgb {
  private static final int BITS = 20;
  private static final int HALF = 1 << (BITS - 1);

  private YuvToRgb() {}

  /**
   * Converts a camera frame.
   *
   * @param pixels the frame
   * @return a new image of {@code TYPE_3BYTE_BGR}
   */
  public static BufferedImage of(YuvPixels pixels) {
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        image.setRGB(x, y, rgb(pixels, x, y));
      }
    }
    return image;
  }

  private static int rgb(YuvPixels pixels, int x, int y) {
    int luma = sample(pixels.y(), x, y);
    int chromaX = x / pixels.columnsPerChroma();
    int chromaY = y / pixels.rowsPerChroma();
    int u = sample(pixels.u(), chromaX, chromaY) - 128;
    int v = sample(pixels.v(), chromaX, chromaY) - 128;
    if (pixels.range() == YuvRange.FULL) {
      int scaled = (luma << BITS) + HALF;
      return packed(scaled + 1470104 * v, scaled - 360857 * u - 748830 * v, scaled + 1858077 * u);
    }
    int scaled = Math.max(0, luma - 16) * 1220542 + HALF;
    return packed(scaled + 1673527 * v, scaled - 409993 * u - 852492 * v, scaled + 2116026 * u);
  }

  private static int sample(Plane plane, int x, int y) {
    return plane.bytes().get(plane.index(x, y)) & 0xFF;
  }

  private static int packed(int red, int green, int blue) {
    return (clamp(red >> BITS) << 16) | (clamp(green >> BITS) << 8) | clamp(blue >> BITS);
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(value, 255));
  }
}
