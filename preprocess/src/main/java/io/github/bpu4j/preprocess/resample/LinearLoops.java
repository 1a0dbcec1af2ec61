// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

/**
 * The arithmetic of {@code INTER_LINEAR} on rows of values.
 *
 * <p>Each loop has one short statement and uses one index for all of its arrays: HotSpot vectorizes
 * these, and neither longer ones nor those with offsets between their indices.
 */
public final class LinearLoops {
  private LinearLoops() {}

  /**
   * Combines pairs within a row: {@code (low * a0 + high * a1) >> 4}.
   *
   * @param low left pixels, each value in bits {@code shift} to {@code shift + 7}
   * @param a0 weight of each left pixel
   * @param high right pixels, as {@code low}
   * @param a1 weight of each right pixel
   * @param shift lowest bit of the values
   * @param out weighted values
   * @param n number of values
   */
  public static void weigh(int[] low, int[] a0, int[] high, int[] a1, int shift, int[] out, int n) {
    for (int x = 0; x < n; x++) {
      out[x] = (((low[x] >> shift) & 0xFF) * a0[x] + ((high[x] >> shift) & 0xFF) * a1[x]) >> 4;
    }
  }

  /**
   * Combines two rows of pixels, where these are combined before pairs: {@code (low * a0 + high *
   * a1) >> 4}.
   *
   * @param low values of one row
   * @param a0 weight of this row
   * @param high values of the other row
   * @param a1 weight of the other row
   * @param out weighted values
   * @param n number of values
   */
  public static void weighRows(int[] low, int a0, int[] high, int a1, int[] out, int n) {
    for (int x = 0; x < n; x++) {
      out[x] = (low[x] * a0 + high[x] * a1) >> 4;
    }
  }

  /**
   * Blends two weighted rows: {@code (((upper * b0) >> 16) + ((lower * b1) >> 16) + 2) >> 2}.
   *
   * @param upper weighted values of the upper row
   * @param b0 weight of the upper row
   * @param lower weighted values of the lower row
   * @param b1 weight of the lower row
   * @param out values 0..255
   * @param n number of values
   */
  public static void blend(int[] upper, int b0, int[] lower, int b1, int[] out, int n) {
    for (int x = 0; x < n; x++) {
      out[x] = (((upper[x] * b0) >> 16) + ((lower[x] * b1) >> 16) + 2) >> 2;
    }
  }

  /**
   * Blends weighted pairs whose weights differ: as {@link #blend}.
   *
   * @param upper weighted values of upper pixels
   * @param b0 weight of each upper pixel
   * @param lower weighted values of lower pixels
   * @param b1 weight of each lower pixel
   * @param out values 0..255
   * @param n number of values
   */
  public static void blendPairs(int[] upper, int[] b0, int[] lower, int[] b1, int[] out, int n) {
    for (int x = 0; x < n; x++) {
      out[x] = (((upper[x] * b0[x]) >> 16) + ((lower[x] * b1[x]) >> 16) + 2) >> 2;
    }
  }
}
