// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.stream;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.placement.Scaling;
import io.github.bpu4j.preprocess.resample.NearestKernel;

/** Resizes sampled rows as OpenCV's {@code INTER_NEAREST}; the last row is kept to be repeated. */
final class NearestStream implements StreamKernel {
  private static final int NONE = -1;

  private int[] columns = {};
  private int[] rows = {};
  private int[][] pixels = {};
  private int keptRow = NONE;
  private int channels;
  private int count;

  @Override
  public void plan(StoredAxes axes, int[] order, int pixelChannels, Sampling sampling) {
    columns = indices(axes.columns(), order, axes.mirrorColumns(), columns);
    rows = indices(axes.rows(), Scaling.NATURAL, axes.mirrorRows(), rows);
    channels = pixelChannels;
    count = axes.columns().count();
    sampling.take(columns, rows, axes);
    pixels = Sampling.reserve(pixels, channels, count);
    restart();
  }

  private static int[] indices(Scaling axis, int[] order, boolean isMirrored, int[] reuse) {
    int[] indices = NearestKernel.indices(axis, order, reuse);
    if (isMirrored) {
      for (int i = 0; i < axis.count(); i++) {
        indices[i] = axis.source() - 1 - indices[i];
      }
    }
    return indices;
  }

  @Override
  public void restart() {
    keptRow = NONE;
  }

  @Override
  public void row(SampledRows source, int y, int[][] out) throws ImageDecodeException {
    if (rows[y] != keptRow) {
      keptRow = NONE;
      source.row(rows[y], pixels);
      keptRow = rows[y];
    }
    for (int c = 0; c < channels; c++) {
      System.arraycopy(pixels[c], 0, out[c], 0, count);
    }
  }
}
