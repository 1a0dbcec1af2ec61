// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.placement.Scaling;

/** Resizes as OpenCV's {@code INTER_NEAREST}: the pixel at {@code min(floor(d * scale), last)}. */
public final class NearestKernel implements Kernel {
  private int[] column = {};
  private int[] row = {};
  private int channels;
  private int count;

  @Override
  public void plan(Scaling columns, int[] order, Scaling rows, int pixelChannels) {
    column = indices(columns, order, column);
    row = indices(rows, Scaling.NATURAL, row);
    channels = pixelChannels;
    count = columns.count();
  }

  /**
   * Computes the source pixel of each entry of a table.
   *
   * @param axis the geometry
   * @param order the window pixel of each entry, or {@link Scaling#NATURAL}
   * @param reuse overwritten and returned if long enough
   * @return source pixels, {@code axis.count()} or more
   */
  public static int[] indices(Scaling axis, int[] order, int[] reuse) {
    int[] indices = reuse.length < axis.count() ? new int[axis.count()] : reuse;
    for (int i = 0; i < axis.count(); i++) {
      int index = (int) Math.floor(axis.pixel(order, i) * axis.scale());
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
