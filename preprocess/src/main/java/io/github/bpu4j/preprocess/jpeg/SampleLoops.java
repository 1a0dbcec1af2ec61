// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

/**
 * Loops over samples, from the inverse DCT to colors, as libjpeg computes them.
 *
 * <p>Cb and Cr lie in one int (Cr shifted by 16), so that one loop interpolates both: sums of up to
 * 16 samples stay below 65536. Each loop has one result and takes all arrays at the same index, and
 * clamps without branches: that is what HotSpot 17 makes vector instructions of, while {@code
 * Math.min} and three results keep it from it.
 */
final class SampleLoops {
  private static final int HALF = 1 << 15;
  private static final int GRAY = 128;
  private static final int PAIR = 0xFF00FF;

  /** 1.402, 1.772, 0.34414 and 0.71414 in 16 fraction bits. */
  private static final int RED_CR = 91881;

  private static final int BLUE_CB = 116130;
  private static final int GREEN_CB = -22554;
  private static final int GREEN_CR = -46802;

  private SampleLoops() {}

  /** Returns an array of at least so many samples, as {@link #gather} reads them. */
  static int[] forGathering(int samples) {
    return new int[Integer.highestOneBit(Math.max(1, 2 * samples - 1))];
  }

  /** Clamps to 0..255. */
  static void clamp(int[] x, int n) {
    for (int i = 0; i < n; i++) {
      int a = x[i];
      x[i] = (a | ((255 - a) >> 31)) & (~a >>> 24);
    }
  }

  /** Clamps Cb and Cr to 0..255 and packs them into one int. */
  static void clampPair(int[] cb, int[] cr, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      int x = cb[i] & ~(cb[i] >> 31);
      int y = cr[i] & ~(cr[i] >> 31);
      out[i] = ((x | ((255 - x) >> 31)) & 255) | ((y | ((255 - y) >> 31)) & 255) << 16;
    }
  }

  /** Clamps luma to 0..255 and adds it to pairs of Cb and Cr, in bits 24 to 31. */
  static void addClamped(int[] luma, int[] pairs, int n) {
    for (int i = 0; i < n; i++) {
      int y = luma[i] & ~(luma[i] >> 31);
      pairs[i] |= (y | ((255 - y) >> 31)) << 24;
    }
  }

  /** Triples of luma, clamped here, and pairs of Cb and Cr whose fraction bits are cut off. */
  static void triple(int[] pairs, int shift, int[] luma, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      int y = luma[i] & ~(luma[i] >> 31);
      out[i] = (pairs[i] >>> shift & PAIR) | (y | ((255 - y) >> 31)) << 24;
    }
  }

  /** Triples of luma, clamped here, and {@code 3 near + far + bias} without its fraction bits. */
  static void triple(int[] near, int[] far, int bias, int shift, int[] luma, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      int y = luma[i] & ~(luma[i] >> 31);
      out[i] = ((3 * near[i] + far[i] + bias) >>> shift & PAIR) | (y | ((255 - y) >> 31)) << 24;
    }
  }

  /**
   * {@code out = from[offset + index]}, from an array whose length is a power of two: the mask,
   * that of its length, takes less time than a check of each index.
   */
  static void gather(int[] from, int offset, int[] index, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = from[(offset + index[i]) & (from.length - 1)];
    }
  }

  /** {@code out = 3 near + far}, a triangle filter on one axis before it is rounded. */
  static void triangle(int[] near, int[] far, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = 3 * near[i] + far[i];
    }
  }

  /** {@code out = 3 near + far + bias}, each with a bias of its own and one for all. */
  static void triangle(int[] near, int[] far, int[] bias, int common, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = 3 * near[i] + far[i] + bias[i] + common;
    }
  }

  /** {@code out = a + bias}. */
  static void add(int[] a, int[] bias, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] + bias[i];
    }
  }

  /** {@code R = Y + 1.402 (Cr - 128)}; chroma has {@code shift} fraction bits, cut off. */
  static void red(int[] y, int[] chroma, int shift, int[] out, int n) {
    int toCr = 16 + shift;
    for (int i = 0; i < n; i++) {
      int x = y[i] + (((chroma[i] >>> toCr) * RED_CR + (HALF - GRAY * RED_CR)) >> 16);
      out[i] = (x | ((255 - x) >> 31)) & (~x >>> 24);
    }
  }

  /** {@code G = Y - 0.34414 (Cb - 128) - 0.71414 (Cr - 128)}. */
  static void green(int[] y, int[] chroma, int shift, int[] out, int n) {
    int toCr = 16 + shift;
    for (int i = 0; i < n; i++) {
      int x =
          y[i]
              + ((((chroma[i] & 0xFFFF) >>> shift) * GREEN_CB
                      + (chroma[i] >>> toCr) * GREEN_CR
                      + (HALF - GRAY * (GREEN_CB + GREEN_CR)))
                  >> 16);
      out[i] = (x | ((255 - x) >> 31)) & (~x >>> 24);
    }
  }

  /** {@code B = Y + 1.772 (Cb - 128)}. */
  static void blue(int[] y, int[] chroma, int shift, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      int x = y[i] + ((((chroma[i] & 0xFFFF) >>> shift) * BLUE_CB + (HALF - GRAY * BLUE_CB)) >> 16);
      out[i] = (x | ((255 - x) >> 31)) & (~x >>> 24);
    }
  }

  /** R, G and B of triples. */
  static void colors(int[] triple, boolean isRgb, int[] r, int[] g, int[] b, int n) {
    if (isRgb) {
      upper(triple, Byte.SIZE, r, n);
      lower(triple, 0, g, n);
      middle(triple, b, n);
    } else {
      red(triple, r, n);
      green(triple, g, n);
      blue(triple, b, n);
    }
  }

  /** R of triples of Y, Cr and Cb. */
  static void red(int[] triple, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      int cr = triple[i] >>> 16 & 255;
      int x = (triple[i] >>> 24) + ((cr * RED_CR + (HALF - GRAY * RED_CR)) >> 16);
      out[i] = (x | ((255 - x) >> 31)) & (~x >>> 24);
    }
  }

  /** G of triples. */
  static void green(int[] triple, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      int cb = triple[i] & 255;
      int cr = triple[i] >>> 16 & 255;
      int chroma = cb * GREEN_CB + cr * GREEN_CR + (HALF - GRAY * (GREEN_CB + GREEN_CR));
      int x = (triple[i] >>> 24) + (chroma >> 16);
      out[i] = (x | ((255 - x) >> 31)) & (~x >>> 24);
    }
  }

  /** B of triples. */
  static void blue(int[] triple, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      int cb = triple[i] & 255;
      int x = (triple[i] >>> 24) + ((cb * BLUE_CB + (HALF - GRAY * BLUE_CB)) >> 16);
      out[i] = (x | ((255 - x) >> 31)) & (~x >>> 24);
    }
  }

  /** The upper sample of the pair in a triple. */
  static void middle(int[] triple, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = triple[i] >>> 16 & 255;
    }
  }

  /** The lower sample of a pair, without its fraction bits. */
  static void lower(int[] pair, int shift, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = (pair[i] & 0xFFFF) >>> shift;
    }
  }

  /** The upper sample of a pair, without its fraction bits. */
  static void upper(int[] pair, int shift, int[] out, int n) {
    int toUpper = 16 + shift;
    for (int i = 0; i < n; i++) {
      out[i] = pair[i] >>> toUpper;
    }
  }

  /** Packs four bytes into an int, the first one lowest. */
  static void pack(int[] a, int[] b, int[] c, int[] d, int[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] | b[i] << 8 | c[i] << 16 | d[i] << 24;
    }
  }
}
