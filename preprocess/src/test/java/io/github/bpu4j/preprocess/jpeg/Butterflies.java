// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

/**
 * The inverse DCT of one block as libjpeg's {@code jidctint.c} orders it: the algorithm of
 * Loeffler, Ligtenberg and Moschytz with 13 fraction bits, columns first.
 */
final class Butterflies {
  private static final int SIZE = 8;

  private Butterflies() {}

  /** Transforms 64 coefficients in natural order to samples, not clamped. */
  static int[] inverse(int[] coefficients) {
    int[] half = new int[SIZE * SIZE];
    for (int x = 0; x < SIZE; x++) {
      line(coefficients, x, SIZE, half, 11, 0);
    }
    int[] samples = new int[SIZE * SIZE];
    for (int y = 0; y < SIZE; y++) {
      line(half, SIZE * y, 1, samples, 18, 128);
    }
    return samples;
  }

  private static void line(int[] in, int from, int step, int[] out, int bits, int level) {
    int[] x = new int[SIZE];
    for (int i = 0; i < SIZE; i++) {
      x[i] = in[from + i * step];
    }
    int shared = (x[2] + x[6]) * 4433;
    int low = shared - x[6] * 15137;
    int high = shared + x[2] * 6270;
    int sum = (x[0] + x[4]) << 13;
    int difference = (x[0] - x[4]) << 13;
    int[] even = {sum + high, difference + low, difference - low, sum - high};
    int[] odd = odd(x[7], x[5], x[3], x[1]);
    for (int i = 0; i < SIZE / 2; i++) {
      out[from + i * step] = round(even[i] + odd[i], bits) + level;
      out[from + (SIZE - 1 - i) * step] = round(even[i] - odd[i], bits) + level;
    }
  }

  private static int[] odd(int t0, int t1, int t2, int t3) {
    int z1 = (t0 + t3) * -7373;
    int z2 = (t1 + t2) * -20995;
    int z5 = (t0 + t2 + t1 + t3) * 9633;
    int z3 = (t0 + t2) * -16069 + z5;
    int z4 = (t1 + t3) * -3196 + z5;
    return new int[] {
      t3 * 12299 + z1 + z4, t2 * 25172 + z2 + z3, t1 * 16819 + z2 + z4, t0 * 2446 + z1 + z3
    };
  }

  private static int round(int value, int bits) {
    return (value + (1 << (bits - 1))) >> bits;
  }
}
