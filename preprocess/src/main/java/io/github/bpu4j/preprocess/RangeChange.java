// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/**
 * NV12 samples from one range to the other, by table.
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

  private RangeChange() {}

  /** The table for luma. */
  static byte[] luma(YuvRange from, YuvRange to) {
    if (from == to) {
      return table(0, 1 << BITS, 0);
    }
    return to == YuvRange.FULL ? table(16, 1220945, 0) : table(0, 900542, 16);
  }

  /** The table for chroma. */
  static byte[] chroma(YuvRange from, YuvRange to) {
    if (from == to) {
      return table(0, 1 << BITS, 0);
    }
    return table(128, to == YuvRange.FULL ? 1193691 : 921102, 128);
  }

  private static byte[] table(int before, int factor, int after) {
    byte[] table = new byte[256];
    for (int v = 0; v < table.length; v++) {
      int value = (((v - before) * factor + (1 << (BITS - 1))) >> BITS) + after;
      table[v] = (byte) Math.max(0, Math.min(value, 255));
    }
    return table;
  }
}
