// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import java.util.Arrays;

/**
 * libjpeg's accurate integer inverse DCT (ISLOW, 13 fraction bits), for many blocks at once and
 * only some of their rows.
 *
 * <p>ISLOW first transforms columns, rounds to 2 fraction bits, then transforms rows and rounds:
 *
 * <pre>
 * half[r][j]   = (sum over i of W[r][i] * in[i][j] + (1 &lt;&lt; 10)) &gt;&gt; 11
 * sample[r][c] = ((sum over j of W[c][j] * half[r][j] + (1 &lt;&lt; 17)) &gt;&gt; 18) + 128
 * </pre>
 *
 * <p>Between its roundings its butterflies are sums and products of integers, that is, linear; so
 * its products may be combined and each sum taken in any order, and the result is the same to the
 * bit. What remains are two shared terms each of the even and of the odd inputs:
 *
 * <pre>
 * even[0], even[3] = ((x0 + x4) &lt;&lt; 13) + bias +- (10703 x2 + 4433 x6)
 * even[1], even[2] = ((x0 - x4) &lt;&lt; 13) + bias +- (4433 x2 - 10704 x6)
 * odd[0] = 6437 (x1 + x5) + 9633 (x3 + x7)
 * odd[1] = 9633 (x1 + x5) - 6436 (x3 + x7)
 *
 * out[0], out[7] = even[0] +- (odd[0] + 4926 x1 - 7373 x7)
 * out[1], out[6] = even[1] +- (odd[1] + 4177 x3 - 20995 x5)
 * out[2], out[5] = even[2] +- (odd[0] - 4176 x5 - 20995 x3)
 * out[3], out[4] = even[3] +- (odd[1] - 4927 x7 - 7373 x1)
 * </pre>
 *
 * <p>These are eight loops of two products each, which take most of the time, where the butterflies
 * have 12 products, but two dozen intermediate results: each loop is one that HotSpot makes vector
 * instructions of, all arrays at the same index. So inputs are copied to arrays of their own.
 *
 * <p>In most rows of MCUs no block has a chroma coefficient beyond the fourth row or column: inputs
 * 4 to 7 are then neither copied nor multiplied, which halves the time.
 */
final class InverseDct {
  private static final int SIZE = 8;
  private static final int HALF = SIZE / 2;

  private final int[][] input = new int[SIZE][0];
  private final int[][] half = new int[SIZE][0];
  private final int[][] even = new int[HALF][0];
  private final int[][] odd = new int[2][0];
  private final int[][] rows = new int[SIZE][0];
  private final Slots all = Slots.all();
  private int[] unwanted = {};
  private int[] zeros = {};

  /** Reserves memory for transforms of up to this many blocks. */
  void reserve(int blocks) {
    int n = SIZE * blocks;
    if (unwanted.length < n) {
      unwanted = new int[n];
      zeros = new int[HALF * n];
      for (int[][] arrays : new int[][][] {input, half, even, odd}) {
        for (int i = 0; i < arrays.length; i++) {
          arrays[i] = new int[n];
        }
      }
    }
  }

  /**
   * Transforms blocks.
   *
   * @param in coefficients, coefficient k of block b at {@code base + k * blocks + b}; they are 0
   *     afterwards, which costs least while they are at hand
   * @param base of the first
   * @param blocks how many
   * @param slots which rows are wanted, and as which of the results
   * @param out samples, not clamped: column c of slot s of block b at {@code out[c][s * blocks +
   *     b]}
   */
  void transform(int[] in, int base, int blocks, Slots slots, int[][] out) {
    int n = SIZE * blocks;
    boolean lowRows = isZero(in, base + HALF * n, HALF * n);
    int rowCount = lowRows ? HALF : SIZE;
    boolean lowColumns = areColumnsLow(in, base, blocks, rowCount);
    int columnCount = lowColumns ? HALF : SIZE;
    take(in, base, rowCount, n, columnCount * blocks);
    for (int i = 0; i < SIZE; i++) {
      rows[i] = slots.has(i) ? half[slots.of(i)] : unwanted;
    }
    transform(lowRows, slots, 1 << 10, 11, rows, columnCount * blocks);
    for (int s = 0; s < slots.count(); s++) {
      for (int j = 0; j < columnCount; j++) {
        System.arraycopy(half[s], j * blocks, input[j], s * blocks, blocks);
      }
    }
    transform(lowColumns, all, (1 << 17) + (128 << 18), 18, out, slots.count() * blocks);
  }

  private boolean isZero(int[] in, int from, int n) {
    return Arrays.equals(in, from, from + n, zeros, 0, n);
  }

  /** Returns whether columns 4 to 7 of all blocks are 0 in their first rows. */
  private boolean areColumnsLow(int[] in, int base, int blocks, int rowCount) {
    int from = base + HALF * blocks;
    for (int i = 0; i < rowCount; i++, from += SIZE * blocks) {
      if (!isZero(in, from, HALF * blocks)) {
        return false;
      }
    }
    return true;
  }

  private void take(int[] in, int base, int rowCount, int stride, int n) {
    for (int i = 0; i < rowCount; i++) {
      int from = base + i * stride;
      System.arraycopy(in, from, input[i], 0, n);
      Arrays.fill(in, from, from + n, 0);
    }
  }

  /**
   * Transforms the inputs along one axis; output r, if it is wanted, goes to {@code out[r]}.
   *
   * @param isLow whether inputs 4 to 7 are 0
   */
  private void transform(boolean isLow, Slots wanted, int bias, int shift, int[][] out, int n) {
    if (isLow) {
      transformLow(wanted, bias, shift, out, n);
    } else {
      transformAll(wanted, bias, shift, out, n);
    }
  }

  private void transformAll(Slots wanted, int bias, int shift, int[][] out, int n) {
    int[][] x = input;
    if (wanted.hasPair(0) || wanted.hasPair(3)) {
      evenOfSum(x[0], x[4], bias, x[2], 10703, x[6], 4433, even[0], even[3], n);
    }
    if (wanted.hasPair(1) || wanted.hasPair(2)) {
      evenOfDifference(x[0], x[4], bias, x[2], 4433, x[6], -10704, even[1], even[2], n);
    }
    odd(x[1], x[5], 6437, x[3], x[7], 9633, odd[0], n);
    odd(x[1], x[5], 9633, x[3], x[7], -6436, odd[1], n);
    if (wanted.hasPair(0)) {
      both(even[0], odd[0], x[1], 4926, x[7], -7373, shift, out[0], out[7], n);
    }
    if (wanted.hasPair(1)) {
      both(even[1], odd[1], x[3], 4177, x[5], -20995, shift, out[1], out[6], n);
    }
    if (wanted.hasPair(2)) {
      both(even[2], odd[0], x[5], -4176, x[3], -20995, shift, out[2], out[5], n);
    }
    if (wanted.hasPair(3)) {
      both(even[3], odd[1], x[7], -4927, x[1], -7373, shift, out[3], out[4], n);
    }
  }

  private void transformLow(Slots wanted, int bias, int shift, int[][] out, int n) {
    int[][] x = input;
    if (wanted.hasPair(0) || wanted.hasPair(3)) {
      even(x[0], bias, x[2], 10703, even[0], even[3], n);
    }
    if (wanted.hasPair(1) || wanted.hasPair(2)) {
      even(x[0], bias, x[2], 4433, even[1], even[2], n);
    }
    if (wanted.hasPair(0)) {
      both(even[0], x[1], 11363, x[3], 9633, shift, out[0], out[7], n);
    }
    if (wanted.hasPair(1)) {
      both(even[1], x[1], 9633, x[3], -2259, shift, out[1], out[6], n);
    }
    if (wanted.hasPair(2)) {
      both(even[2], x[1], 6437, x[3], -11362, shift, out[2], out[5], n);
    }
    if (wanted.hasPair(3)) {
      both(even[3], x[1], 2260, x[3], -6436, shift, out[3], out[4], n);
    }
  }

  private static void even(int[] a, int bias, int[] c, int wc, int[] sum, int[] rest, int n) {
    for (int i = 0; i < n; i++) {
      int x = (a[i] << 13) + bias;
      int y = c[i] * wc;
      sum[i] = x + y;
      rest[i] = x - y;
    }
  }

  private static void both(
      int[] e, int[] a, int wa, int[] b, int wb, int shift, int[] sum, int[] difference, int n) {
    for (int i = 0; i < n; i++) {
      int x = e[i];
      int y = a[i] * wa + b[i] * wb;
      sum[i] = (x + y) >> shift;
      difference[i] = (x - y) >> shift;
    }
  }

  private static void evenOfSum(
      int[] a, int[] b, int bias, int[] c, int wc, int[] d, int wd, int[] sum, int[] rest, int n) {
    for (int i = 0; i < n; i++) {
      int x = ((a[i] + b[i]) << 13) + bias;
      int y = c[i] * wc + d[i] * wd;
      sum[i] = x + y;
      rest[i] = x - y;
    }
  }

  /** A difference that is shifted afterward would not become a vector loop. */
  private static void evenOfDifference(
      int[] a, int[] b, int bias, int[] c, int wc, int[] d, int wd, int[] sum, int[] rest, int n) {
    for (int i = 0; i < n; i++) {
      int x = (a[i] << 13) - (b[i] << 13) + bias;
      int y = c[i] * wc + d[i] * wd;
      sum[i] = x + y;
      rest[i] = x - y;
    }
  }

  /** {@code (a + b) w + (c + d) v}, written as the sum that HotSpot 17 makes a vector loop of. */
  private static void odd(int[] a, int[] b, int w, int[] c, int[] d, int v, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * w + b[i] * w + c[i] * v + d[i] * v;
    }
  }

  private static void both(
      int[] e,
      int[] o,
      int[] a,
      int wa,
      int[] b,
      int wb,
      int shift,
      int[] sum,
      int[] difference,
      int n) {
    for (int i = 0; i < n; i++) {
      int x = e[i];
      int y = a[i] * wa + b[i] * wb + o[i];
      sum[i] = (x + y) >> shift;
      difference[i] = (x - y) >> shift;
    }
  }
}
