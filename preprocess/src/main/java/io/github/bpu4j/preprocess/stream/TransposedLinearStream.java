// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.stream;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.placement.Scaling;
import io.github.bpu4j.preprocess.resample.KeptRows;
import io.github.bpu4j.preprocess.resample.LinearLoops;
import io.github.bpu4j.preprocess.resample.LinearTable;
import io.github.bpu4j.preprocess.resample.RowArrays;

/**
 * Resizes sampled rows as OpenCV's {@code INTER_LINEAR}, where stored rows are columns of the
 * target.
 *
 * <p>{@code INTER_LINEAR} combines pixels along the target's rows first and rounds between, so that
 * here two stored rows are combined first, then the pairs within the result. The edge rule of
 * columns holds for stored rows, that of rows for stored columns.
 */
final class TransposedLinearStream implements StreamKernel {
  private final LinearTable columns = new LinearTable(false);
  private final LinearTable rows = new LinearTable(false);
  private final KeptRows pixels = new KeptRows();
  private int[] weighted = {};
  private int[] lower = {};
  private int channels;
  private int count;

  @Override
  public void plan(StoredAxes axes, int[] order, int pixelChannels, Sampling sampling) {
    columns.planRows(axes.columns(), order);
    rows.planColumns(axes.rows(), Scaling.NATURAL);
    if (axes.mirrorColumns()) {
      columns.mirror(axes.columns());
    }
    if (axes.mirrorRows()) {
      rows.mirror(axes.rows());
    }
    channels = pixelChannels;
    count = axes.columns().count();
    sampling.takePairs(columns, rows, axes);
    pixels.reserve(channels, 2 * count);
    if (weighted.length < 2 * count || lower.length < count) {
      weighted = RowArrays.row(2 * count);
      lower = RowArrays.row(count);
    }
  }

  @Override
  public void restart() {
    pixels.clear();
  }

  @Override
  public void row(SampledRows source, int y, int[][] out) throws ImageDecodeException {
    int low = rows.low()[y];
    int high = rows.high()[y];
    fetch(source, Math.min(low, high));
    fetch(source, Math.max(low, high));
    int[][] left = pixels.get(low);
    int[][] right = pixels.get(high);
    int a0 = rows.lowWeight()[y];
    int a1 = rows.highWeight()[y];
    int[] b0 = columns.lowWeight();
    int[] b1 = columns.highWeight();
    for (int c = 0; c < channels; c++) {
      LinearLoops.weighRows(left[c], a0, right[c], a1, weighted, 2 * count);
      System.arraycopy(weighted, count, lower, 0, count);
      LinearLoops.blendPairs(weighted, b0, lower, b1, out[c], count);
    }
  }

  private void fetch(SampledRows source, int y) throws ImageDecodeException {
    if (!pixels.holds(y)) {
      source.row(y, pixels.assign(y));
    }
  }
}
