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
 * each sum may be taken as such, with weights found by sending units through the butterflies, and
 * the result is the same to the bit. The weights of even inputs are the same for rows r and 7 - r,
 * those of odd inputs negated: two sums of four products serve two rows.
 *
 * <p>More products than in butterflies, but loops that HotSpot makes vector instructions of: one
 * result, all arrays at the same index. So inputs are copied to arrays of their own.
 */
final class InverseDct {
  private static final int SIZE = 8;
  private static final int[][] EVEN = new int[4][4];
  private static final int[][] ODD = new int[4][4];

  static {
    for (int i = 0; i < SIZE; i++) {
      int[] unit = new int[SIZE];
      unit[i] = 1;
      if (i % 2 == 0) {
        putEven(unit, i / 2);
      } else {
        putOdd(unit, i / 2);
      }
    }
  }

  private final int[][] input = new int[SIZE][0];
  private final int[][] half = new int[SIZE][0];
  private final int[][] turned = new int[SIZE][0];
  private int[] even = {};
  private int[] odd = {};

  /** The even part of the butterfly: inputs 0, 2, 4, 6. */
  private static void putEven(int[] in, int to) {
    int z1 = (in[2] + in[6]) * 4433;
    int low = z1 - in[6] * 15137;
    int high = z1 + in[2] * 6270;
    int sum = (in[0] + in[4]) << 13;
    int difference = (in[0] - in[4]) << 13;
    EVEN[0][to] = sum + high;
    EVEN[1][to] = difference + low;
    EVEN[2][to] = difference - low;
    EVEN[3][to] = sum - high;
  }

  /** The odd part of the butterfly: inputs 1, 3, 5, 7. */
  private static void putOdd(int[] in, int to) {
    int z5 = (in[7] + in[3] + in[5] + in[1]) * 9633;
    int z1 = (in[7] + in[1]) * -7373;
    int z2 = (in[5] + in[3]) * -20995;
    int z3 = (in[7] + in[3]) * -16069 + z5;
    int z4 = (in[5] + in[1]) * -3196 + z5;
    ODD[0][to] = in[1] * 12299 + z1 + z4;
    ODD[1][to] = in[3] * 25172 + z2 + z3;
    ODD[2][to] = in[5] * 16819 + z2 + z4;
    ODD[3][to] = in[7] * 2446 + z1 + z3;
  }

  /** Reserves memory for transforms of up to this many blocks. */
  void reserve(int blocks) {
    int n = SIZE * blocks;
    if (even.length < n) {
      even = new int[n];
      odd = new int[n];
      for (int i = 0; i < SIZE; i++) {
        input[i] = new int[n];
        half[i] = new int[n];
        turned[i] = new int[n];
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
    transform(in, base, blocks, slots);
    int n = slots.count() * blocks;
    for (int c = 0; c < SIZE / 2; c++) {
      sumColumns(c, n);
      both(even, odd, out[c], out[SIZE - 1 - c], 18, n);
    }
  }

  /** Transforms blocks in the same way, and clamps samples to 0..255. */
  void transformClamped(int[] in, int base, int blocks, Slots slots, int[][] out) {
    transform(in, base, blocks, slots);
    int n = slots.count() * blocks;
    for (int c = 0; c < SIZE / 2; c++) {
      sumColumns(c, n);
      clampedBoth(even, odd, out[c], out[SIZE - 1 - c], n);
    }
  }

  /** Transforms the columns of blocks, and moves the results to an array per column. */
  private void transform(int[] in, int base, int blocks, Slots slots) {
    int n = SIZE * blocks;
    for (int i = 0; i < SIZE; i++) {
      int from = base + i * n;
      System.arraycopy(in, from, input[i], 0, n);
      Arrays.fill(in, from, from + n, 0);
    }
    for (int r = 0; r < SIZE / 2; r++) {
      if (slots.has(r) || slots.has(SIZE - 1 - r)) {
        transformColumns(r, n, slots);
      }
    }
    for (int s = 0; s < slots.count(); s++) {
      for (int j = 0; j < SIZE; j++) {
        System.arraycopy(half[s], j * blocks, turned[j], s * blocks, blocks);
      }
    }
  }

  private void transformColumns(int r, int n, Slots slots) {
    int[][] x = input;
    int[] w = EVEN[r];
    int[] v = ODD[r];
    dot(x[0], x[2], x[4], x[6], w[0], w[1], w[2], w[3], even, 1 << 10, n);
    dot(x[1], x[3], x[5], x[7], v[0], v[1], v[2], v[3], odd, 0, n);
    if (!slots.has(SIZE - 1 - r)) {
      plus(even, odd, half[slots.of(r)], 11, n);
    } else if (!slots.has(r)) {
      minus(even, odd, half[slots.of(SIZE - 1 - r)], 11, n);
    } else {
      both(even, odd, half[slots.of(r)], half[slots.of(SIZE - 1 - r)], 11, n);
    }
  }

  /** Computes the even and the odd parts of columns c and 7 - c. */
  private void sumColumns(int c, int n) {
    int[][] x = turned;
    int[] w = EVEN[c];
    int[] v = ODD[c];
    dot(x[0], x[2], x[4], x[6], w[0], w[1], w[2], w[3], even, (1 << 17) + (128 << 18), n);
    dot(x[1], x[3], x[5], x[7], v[0], v[1], v[2], v[3], odd, 0, n);
  }

  private static void dot(
      int[] a,
      int[] b,
      int[] c,
      int[] d,
      int wa,
      int wb,
      int wc,
      int wd,
      int[] o,
      int bias,
      int n) {
    for (int i = 0; i < n; i++) {
      o[i] = a[i] * wa + b[i] * wb + c[i] * wc + d[i] * wd + bias;
    }
  }

  private static void both(int[] e, int[] o, int[] sum, int[] difference, int shift, int n) {
    for (int i = 0; i < n; i++) {
      int x = e[i];
      int y = o[i];
      sum[i] = (x + y) >> shift;
      difference[i] = (x - y) >> shift;
    }
  }

  private static void clampedBoth(int[] e, int[] o, int[] sum, int[] difference, int n) {
    for (int i = 0; i < n; i++) {
      int x = e[i];
      int y = o[i];
      int u = (x + y) >> 18;
      int v = (x - y) >> 18;
      u &= ~(u >> 31);
      v &= ~(v >> 31);
      sum[i] = (u | ((255 - u) >> 31)) & 255;
      difference[i] = (v | ((255 - v) >> 31)) & 255;
    }
  }

  private static void plus(int[] e, int[] o, int[] sum, int shift, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] = (e[i] + o[i]) >> shift;
    }
  }

  private static void minus(int[] e, int[] o, int[] difference, int shift, int n) {
    for (int i = 0; i < n; i++) {
      difference[i] = (e[i] - o[i]) >> shift;
    }
  }
}
