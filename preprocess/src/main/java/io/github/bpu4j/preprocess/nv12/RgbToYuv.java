// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.YuvRange;

/**
 * Computes luma and chroma of RGB by BT.601, in integers of 20 fraction bits.
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
 * <p>VIDEO is what OpenCV's {@code COLOR_BGR2YUV_I420} computes. The only value outside 0..255 is
 * 256, for the U of pure blue and the V of pure red in FULL; it is clamped.
 *
 * <p>Each loop is short and has one result: HotSpot vectorizes these, and not loops of several.
 */
record RgbToYuv(Weights y, Weights u, Weights v, int black) {
  private static final int BITS = 20;
  private static final int HALF = 1 << (BITS - 1);
  private static final int GRAY = 128;

  private static final RgbToYuv VIDEO =
      new RgbToYuv(
          new Weights(269484, 528482, 102760),
          new Weights(-155188, -305135, 460324),
          new Weights(460324, -385875, -74448),
          16);
  private static final RgbToYuv FULL =
      new RgbToYuv(
          new Weights(313524, 615514, 119538),
          new Weights(-176932, -347356, 524288),
          new Weights(524288, -439026, -85262),
          0);

  static RgbToYuv of(YuvRange range) {
    return switch (range) {
      case FULL -> FULL;
      case VIDEO -> VIDEO;
      case AUTO ->
          throw new IllegalArgumentException(
              "a color matrix needs the range FULL or VIDEO, got AUTO");
    };
  }

  /** Computes the Y of every pixel. */
  void luma(int[] r, int[] g, int[] b, int[] out, int n) {
    weigh(r, y.red, g, y.green, b, y.blue, (black << BITS) + HALF, out, n);
  }

  /** Computes the U of every pixel. */
  void blueDifference(int[] r, int[] g, int[] b, int[] out, int n) {
    weigh(r, u.red, g, u.green, b, u.blue, (GRAY << BITS) + HALF, out, n);
    clamp(out, n);
  }

  /** Computes the V of every pixel. */
  void redDifference(int[] r, int[] g, int[] b, int[] out, int n) {
    weigh(r, v.red, g, v.green, b, v.blue, (GRAY << BITS) + HALF, out, n);
    clamp(out, n);
  }

  private static void weigh(
      int[] r, int wr, int[] g, int wg, int[] b, int wb, int bias, int[] out, int n) {
    for (int x = 0; x < n; x++) {
      out[x] = (wr * r[x] + wg * g[x] + wb * b[x] + bias) >> BITS;
    }
  }

  /** Replaces 256, the only value out of range, by 255. */
  private static void clamp(int[] values, int n) {
    for (int x = 0; x < n; x++) {
      values[x] -= values[x] >> 8;
    }
  }

  record Weights(int red, int green, int blue) {}
}
