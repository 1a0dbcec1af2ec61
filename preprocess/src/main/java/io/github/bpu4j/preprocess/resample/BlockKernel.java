// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.placement.Scaling;
import java.util.Arrays;

/**
 * Averages blocks of whole source pixels as OpenCV's {@code INTER_AREA}: {@code rint(sum * (1f /
 * n))}, and {@code (sum + 2) >> 2} for blocks of 2x2.
 */
final class BlockKernel implements Kernel {
  private int[] sums = {};
  private int[] order = Scaling.NATURAL;
  private Scaling columns = new Scaling(1, 1, 0, 1);
  private Scaling rows = columns;
  private int channels;

  @Override
  public void plan(Scaling x, int[] xOrder, Scaling y, int pixelChannels) {
    columns = x;
    order = xOrder;
    rows = y;
    channels = pixelChannels;
    if (sums.length < channels * x.count()) {
      sums = new int[channels * x.count()];
    }
  }

  @Override
  public void restart() {
    // No rows are kept.
  }

  @Override
  public void row(SourceRows source, int y, int[][] out) {
    int count = columns.count();
    int blockHeight = rows.source() / rows.scaled();
    int blockWidth = columns.source() / columns.scaled();
    Arrays.fill(sums, 0, channels * count, 0);
    for (int i = 0; i < blockHeight; i++) {
      addRow(source, (rows.first() + y) * blockHeight + i, blockWidth);
    }
    for (int c = 0; c < channels; c++) {
      means(c * count, blockWidth * blockHeight, blockWidth == 2 && blockHeight == 2, out[c]);
    }
  }

  private void addRow(SourceRows source, int y, int blockWidth) {
    int count = columns.count();
    int base = source.seek(y);
    byte[] bytes = source.bytes();
    int step = source.step();
    for (int c = 0; c < channels; c++) {
      for (int x = 0; x < count; x++) {
        int from = base + c + columns.pixel(order, x) * blockWidth * step;
        int sum = 0;
        for (int i = 0; i < blockWidth; i++, from += step) {
          sum += bytes[from] & 0xFF;
        }
        sums[c * count + x] += sum;
      }
    }
  }

  private void means(int from, int pixels, boolean isTwoByTwo, int[] out) {
    float share = 1f / pixels;
    for (int x = 0; x < columns.count(); x++) {
      int sum = sums[from + x];
      out[x] = isTwoByTwo ? (sum + 2) >> 2 : Math.min((int) Math.rint(sum * share), 255);
    }
  }
}
