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
 * <p>Kept rows are rows of {@code H >> 4}.
 */
final class LinearKernel implements Kernel {
  private final LinearTable columns;
  private final LinearTable rows;
  private final PixelPairs pairs = new PixelPairs();
  private final KeptRows weighted = new KeptRows();
  private int channels;
  private int count;

  LinearKernel(boolean area) {
    columns = new LinearTable(area);
    rows = new LinearTable(area);
  }

  @Override
  public void plan(Scaling x, int[] order, Scaling y, int pixelChannels) {
    columns.planColumns(x, order);
    rows.planRows(y, Scaling.NATURAL);
    channels = pixelChannels;
    count = x.count();
    pairs.plan(columns, count, channels);
    weighted.reserve(channels, count);
  }

  @Override
  public void restart() {
    weighted.clear();
  }

  @Override
  public void row(SourceRows source, int y, int[][] out) {
    int low = rows.low()[y];
    int high = rows.high()[y];
    weigh(source, low);
    weigh(source, high);
    int[][] upper = weighted.get(low);
    int[][] lower = weighted.get(high);
    int b0 = rows.lowWeight()[y];
    int b1 = rows.highWeight()[y];
    for (int c = 0; c < channels; c++) {
      LinearLoops.blend(upper[c], b0, lower[c], b1, out[c], count);
    }
  }

  private void weigh(SourceRows source, int y) {
    if (!weighted.holds(y)) {
      pairs.gather(source, y);
      weigh(weighted.assign(y));
    }
  }

  /**
   * Weighs the pairs gathered last. A method of its own, since HotSpot makes slower loops of both
   * where it inlines them into one.
   */
  private void weigh(int[][] row) {
    int[] a0 = columns.lowWeight();
    int[] a1 = columns.highWeight();
    for (int c = 0; c < channels; c++) {
      LinearLoops.weigh(pairs.low(), a0, pairs.high(), a1, c * Byte.SIZE, row[c], count);
    }
  }
}
