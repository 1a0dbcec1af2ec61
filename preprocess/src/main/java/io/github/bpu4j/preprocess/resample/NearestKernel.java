// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.placement.Scaling;

/** Resizes as OpenCV's {@code INTER_NEAREST}: the pixel at {@code min(floor(d * scale), last)}. */
final class NearestKernel implements Kernel {
  private int[] column = {};
  private int[] row = {};
  private int channels;
  private int count;

  @Override
  public void plan(Scaling columns, Scaling rows, int pixelChannels) {
    column = indices(columns, column);
    row = indices(rows, row);
    channels = pixelChannels;
    count = columns.count();
  }

  private static int[] indices(Scaling axis, int[] reuse) {
    int[] indices = reuse.length < axis.count() ? new int[axis.count()] : reuse;
    for (int i = 0; i < axis.count(); i++) {
      int index = (int) Math.floor((axis.first() + i) * axis.scale());
      indices[i] = Math.min(index, axis.source() - 1);
    }
    return indices;
  }

  @Override
  public void restart() {
    // No rows are kept.
  }

  @Override
  public void row(SourceRows source, int y, int[][] out) {
    int base = source.seek(row[y]);
    byte[] bytes = source.bytes();
    int step = source.step();
    for (int c = 0; c < channels; c++) {
      for (int x = 0; x < count; x++) {
        out[c][x] = bytes[base + column[x] * step + c] & 0xFF;
      }
    }
  }
}
