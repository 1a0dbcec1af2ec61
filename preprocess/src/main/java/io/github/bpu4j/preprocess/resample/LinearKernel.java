// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.placement.Scaling;

/**
 * Resizes as OpenCV's {@code INTER_LINEAR} on 8 bits: weights of {@link LinearTable}, then
 *
 * <pre>
 * H   = S[low] * a0 + S[high] * a1                                        (in a row)
 * out = (((b0 * (H0 >> 4)) >> 16) + ((b1 * (H1 >> 4)) >> 16) + 2) >> 2    (of two rows)
 * </pre>
 *
 * <p>Two rows of {@code H >> 4} are kept, since the next row often uses one of them again. Each
 * loop over arrays has one short statement: HotSpot vectorizes these, and not longer ones.
 */
final class LinearKernel implements Kernel {
  private static final int NONE = -1;

  private final LinearTable columns;
  private final LinearTable rows;
  private final PixelPairs pairs = new PixelPairs();
  private int[][][] weighted = {{}, {}};
  private final int[] weightedRow = {NONE, NONE};
  private int channels;
  private int count;

  LinearKernel(boolean area) {
    columns = new LinearTable(area);
    rows = new LinearTable(area);
  }

  @Override
  public void plan(Scaling x, Scaling y, int pixelChannels) {
    columns.planColumns(x);
    rows.planRows(y);
    channels = pixelChannels;
    count = x.count();
    pairs.plan(columns, count, channels);
    if (weighted[0].length < channels || weighted[0][0].length < count) {
      weighted = new int[2][channels][count];
    }
    restart();
  }

  @Override
  public void restart() {
    weightedRow[0] = NONE;
    weightedRow[1] = NONE;
  }

  @Override
  public void row(SourceRows source, int y, int[][] out) {
    int[][] upper = weightedRow(source, rows.low[y], rows.high[y]);
    int[][] lower = weightedRow(source, rows.high[y], rows.low[y]);
    for (int c = 0; c < channels; c++) {
      blend(upper[c], rows.lowWeight[y], lower[c], rows.highWeight[y], out[c], count);
    }
  }

  /** Returns the weighted row {@code y}, computed unless kept; does not replace {@code other}. */
  private int[][] weightedRow(SourceRows source, int y, int other) {
    int slot = weightedRow[0] == y || (weightedRow[1] != y && weightedRow[0] != other) ? 0 : 1;
    if (weightedRow[slot] != y) {
      pairs.gather(source, y);
      for (int c = 0; c < channels; c++) {
        weigh(
            pairs.low(),
            columns.lowWeight,
            pairs.high(),
            columns.highWeight,
            c * Byte.SIZE,
            weighted[slot][c],
            count);
      }
      weightedRow[slot] = y;
    }
    return weighted[slot];
  }

  private static void weigh(
      int[] low, int[] a0, int[] high, int[] a1, int shift, int[] out, int n) {
    for (int x = 0; x < n; x++) {
      out[x] = (((low[x] >> shift) & 0xFF) * a0[x] + ((high[x] >> shift) & 0xFF) * a1[x]) >> 4;
    }
  }

  private static void blend(int[] upper, int b0, int[] lower, int b1, int[] out, int n) {
    for (int x = 0; x < n; x++) {
      out[x] = (((upper[x] * b0) >> 16) + ((lower[x] * b1) >> 16) + 2) >> 2;
    }
  }
}
