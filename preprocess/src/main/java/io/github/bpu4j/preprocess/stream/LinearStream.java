// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.stream;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.placement.Scaling;
import io.github.bpu4j.preprocess.resample.KeptRows;
import io.github.bpu4j.preprocess.resample.LinearLoops;
import io.github.bpu4j.preprocess.resample.LinearTable;
import io.github.bpu4j.preprocess.resample.RowArrays;

/**
 * Resizes sampled rows as OpenCV's {@code INTER_LINEAR}, where stored rows are rows of the target.
 *
 * <p>A sampled row has the left pixels of all columns, then the right ones. The right ones are
 * copied to an array of their own, since loops with offsets are not vectorized.
 */
final class LinearStream implements StreamKernel {
  private final LinearTable columns = new LinearTable(false);
  private final LinearTable rows = new LinearTable(false);
  private final KeptRows weighted = new KeptRows();
  private int[][] pixels = {};
  private int[] right = {};
  private int channels;
  private int count;

  @Override
  public void plan(StoredAxes axes, int[] order, int pixelChannels, Sampling sampling) {
    columns.planColumns(axes.columns(), order);
    rows.planRows(axes.rows(), Scaling.NATURAL);
    if (axes.mirrorColumns()) {
      columns.mirror(axes.columns());
    }
    if (axes.mirrorRows()) {
      rows.mirror(axes.rows());
    }
    channels = pixelChannels;
    count = axes.columns().count();
    sampling.takePairs(columns, rows, axes);
    weighted.reserve(channels, count);
    pixels = Sampling.reserve(pixels, channels, 2 * count);
    if (right.length < count) {
      right = RowArrays.row(count);
    }
  }

  @Override
  public void restart() {
    weighted.clear();
  }

  @Override
  public void row(SampledRows source, int y, int[][] out) throws ImageDecodeException {
    int low = rows.low()[y];
    int high = rows.high()[y];
    weigh(source, Math.min(low, high));
    weigh(source, Math.max(low, high));
    int[][] upper = weighted.get(low);
    int[][] lower = weighted.get(high);
    int b0 = rows.lowWeight()[y];
    int b1 = rows.highWeight()[y];
    for (int c = 0; c < channels; c++) {
      LinearLoops.blend(upper[c], b0, lower[c], b1, out[c], count);
    }
  }

  private void weigh(SampledRows source, int y) throws ImageDecodeException {
    if (!weighted.holds(y)) {
      source.row(y, pixels);
      weigh(weighted.assign(y));
    }
  }

  private void weigh(int[][] row) {
    int[] a0 = columns.lowWeight();
    int[] a1 = columns.highWeight();
    for (int c = 0; c < channels; c++) {
      System.arraycopy(pixels[c], count, right, 0, count);
      LinearLoops.weigh(pixels[c], a0, right, a1, 0, row[c], count);
    }
  }
}
