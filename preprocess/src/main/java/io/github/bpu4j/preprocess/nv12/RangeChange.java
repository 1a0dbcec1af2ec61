// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.YuvRange;

/**
 * Maps luma and chroma samples from one range to the other, by table.
 *
 * <pre>
 * VIDEO to FULL: Y = ((Y - 16) * 1220945 + (1 &lt;&lt; 19)) &gt;&gt; 20
 *                C = (((C - 128) * 1193691 + (1 &lt;&lt; 19)) &gt;&gt; 20) + 128
 * FULL to VIDEO: Y = ((Y * 900542 + (1 &lt;&lt; 19)) &gt;&gt; 20) + 16
 *                C = (((C - 128) * 921102 + (1 &lt;&lt; 19)) &gt;&gt; 20) + 128
 * </pre>
 *
 * <p>The shift is arithmetic, the result is clamped to 0..255.
 */
final class RangeChange {
  private static final int BITS = 20;
  private static final int LEVELS = 256;

  private final boolean isNone;
  private final int[] luma = new int[LEVELS];
  private final int[] chroma = new int[LEVELS];

  private RangeChange(YuvRange from, YuvRange to) {
    isNone = from == to;
    boolean widens = to == YuvRange.FULL;
    for (int v = 0; v < LEVELS; v++) {
      luma[v] = clamp(widens ? scaled(v - 16, 1220945) : scaled(v, 900542) + 16);
      chroma[v] = clamp(scaled(v - 128, widens ? 1193691 : 921102) + 128);
    }
  }

  static RangeChange between(YuvRange from, YuvRange to) {
    return new RangeChange(from, to);
  }

  private static int scaled(int value, int factor) {
    return (value * factor + (1 << (BITS - 1))) >> BITS;
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(value, LEVELS - 1));
  }

  /** Changes luma samples in place. */
  void luma(int[] samples, int n) {
    change(samples, n, luma);
  }

  /** Changes chroma samples in place. */
  void chroma(int[] samples, int n) {
    change(samples, n, chroma);
  }

  private void change(int[] samples, int n, int[] table) {
    if (!isNone) {
      for (int i = 0; i < n; i++) {
        samples[i] = table[samples[i]];
      }
    }
  }
}
