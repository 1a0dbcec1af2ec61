// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.placement.Scaling;
import java.util.Arrays;

/**
 * Averages parts of source pixels as OpenCV's {@code INTER_AREA}: float weights by the share of the
 * area, summed along each row, then over the rows in rising order, then {@code rint}.
 */
final class ShareKernel implements Kernel {
  private static final int NONE = -1;

  private final ShareTable columns = new ShareTable();
  private final ShareTable rows = new ShareTable();
  private float[] rowSums = {};
  private float[] sums = {};
  private int summedRow = NONE;
  private int channels;
  private int count;

  @Override
  public void plan(Scaling x, int[] order, Scaling y, int pixelChannels) {
    columns.plan(x, order);
    rows.plan(y, Scaling.NATURAL);
    channels = pixelChannels;
    count = x.count();
    if (sums.length < channels * count) {
      sums = new float[channels * count];
      rowSums = new float[channels * count];
    }
    restart();
  }

  @Override
  public void restart() {
    summedRow = NONE;
  }

  @Override
  public void row(SourceRows source, int y, int[][] out) {
    int n = channels * count;
    Arrays.fill(sums, 0, n, 0f);
    for (int k = rows.start[y]; k < rows.start[y + 1]; k++) {
      sumRow(source, rows.index[k]);
      float weight = rows.weight[k];
      for (int i = 0; i < n; i++) {
        sums[i] += rowSums[i] * weight;
      }
    }
    for (int c = 0; c < channels; c++) {
      for (int x = 0; x < count; x++) {
        int value = (int) Math.rint(sums[c * count + x]);
        out[c][x] = Math.max(0, Math.min(value, 255));
      }
    }
  }

  private void sumRow(SourceRows source, int y) {
    if (summedRow == y) {
      return;
    }
    int base = source.seek(y);
    byte[] bytes = source.bytes();
    int step = source.step();
    for (int c = 0; c < channels; c++) {
      for (int x = 0; x < count; x++) {
        float sum = 0;
        for (int k = columns.start[x]; k < columns.start[x + 1]; k++) {
          sum += (bytes[base + columns.index[k] * step + c] & 0xFF) * columns.weight[k];
        }
        rowSums[c * count + x] = sum;
      }
    }
    summedRow = y;
  }
}
