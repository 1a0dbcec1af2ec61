// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import io.github.bpu4j.preprocess.resample.ChannelOrder;

/**
 * RGB to luma and chroma, BT.601, in integers of 20 fraction bits.
 *
 * <pre>
 * VIDEO: Y = (269484 R + 528482 G + 102760 B + (16 &lt;&lt; 20) + (1 &lt;&lt; 19)) &gt;&gt; 20
 *        U = (-155188 R - 305135 G + 460324 B + (128 &lt;&lt; 20) + (1 &lt;&lt; 19)) &gt;&gt; 20
 *        V = (460324 R - 385875 G - 74448 B + (128 &lt;&lt; 20) + (1 &lt;&lt; 19)) &gt;&gt; 20
 * FULL:  Y = (313524 R + 615514 G + 119538 B + (1 &lt;&lt; 19)) &gt;&gt; 20
 *        U = (-176932 R - 347356 G + 524288 B + (128 &lt;&lt; 20) + (1 &lt;&lt; 19)) &gt;&gt; 20
 *        V = (524288 R - 439026 G - 85262 B + (128 &lt;&lt; 20) + (1 &lt;&lt; 19)) &gt;&gt; 20
 * </pre>
 *
 * <p>VIDEO is what OpenCV's {@code COLOR_BGR2YUV_I420} computes. The one value out of 0..255 is
 * 256, for pure blue's U and pure red's V in FULL; it is clamped.
 *
 * <p>Rows come as ints 0..255, channel c at {@code c * width}.
 */
record ColourMatrix(Weights y, Weights u, Weights v, int black) {
  private static final int BITS = 20;
  private static final int HALF = 1 << (BITS - 1);
  private static final int GREY = 128;

  private static final ColourMatrix VIDEO =
      new ColourMatrix(
          new Weights(269484, 528482, 102760),
          new Weights(-155188, -305135, 460324),
          new Weights(460324, -385875, -74448),
          16);
  private static final ColourMatrix FULL =
      new ColourMatrix(
          new Weights(313524, 615514, 119538),
          new Weights(-176932, -347356, 524288),
          new Weights(524288, -439026, -85262),
          0);

  static ColourMatrix of(YuvRange range) {
    return switch (range) {
      case FULL -> FULL;
      case VIDEO -> VIDEO;
      case AUTO -> throw new IllegalArgumentException("a matrix needs FULL or VIDEO, got AUTO");
    };
  }

  /** Computes one Y a pixel. */
  void luma(int[] row, int width, ChannelOrder order, byte[] out) {
    int r = order.red() * width;
    int g = order.green() * width;
    int b = order.blue() * width;
    int yr = y.red;
    int yg = y.green;
    int yb = y.blue;
    int bias = (black << BITS) + HALF;
    for (int x = 0; x < width; x++) {
      out[x] = (byte) ((yr * row[r + x] + yg * row[g + x] + yb * row[b + x] + bias) >> BITS);
    }
  }

  /** Computes U and V of every second pixel of a row. */
  void chroma(int[] row, int width, ChannelOrder order, byte[] out) {
    int r = order.red() * width;
    int g = order.green() * width;
    int b = order.blue() * width;
    for (int x = 0; x < width; x += 2) {
      out[x] = difference(u, row[r + x], row[g + x], row[b + x]);
      out[x + 1] = difference(v, row[r + x], row[g + x], row[b + x]);
    }
  }

  private static byte difference(Weights w, int r, int g, int b) {
    int value = (w.red * r + w.green * g + w.blue * b + (GREY << BITS) + HALF) >> BITS;
    return (byte) Math.min(value, 255);
  }

  record Weights(int red, int green, int blue) {}
}
