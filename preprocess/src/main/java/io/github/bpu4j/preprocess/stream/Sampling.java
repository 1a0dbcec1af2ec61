// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.stream;

import io.github.bpu4j.preprocess.resample.LinearTable;
import io.github.bpu4j.preprocess.resample.RowArrays;
import java.util.Arrays;

/**
 * The pixels of a stored picture that a resize reads: some columns of some rows.
 *
 * <p>Columns are listed in the order in which the values of a row are wanted: they need not rise,
 * and one column may be listed several times.
 */
public final class Sampling {
  private int[] columns = {};
  private int columnCount;
  private boolean[] rows = {};
  private int height;

  Sampling() {}

  /** Returns the column of each value of a row; the first {@link #columnCount} are valid. */
  public int[] columns() {
    return columns;
  }

  /** Returns the number of values of a row. */
  public int columnCount() {
    return columnCount;
  }

  /** Returns whether each stored row may be requested; false for rows that need no decoding. */
  public boolean[] rows() {
    return rows;
  }

  /** Samples the two columns of each entry, first all low ones, then all high ones. */
  void takePairs(LinearTable columnPairs, LinearTable rowPairs, StoredAxes axes) {
    int pairs = axes.columns().count();
    begin(axes.rows().source(), 2 * pairs);
    System.arraycopy(columnPairs.low(), 0, columns, 0, pairs);
    System.arraycopy(columnPairs.high(), 0, columns, pairs, pairs);
    mark(rowPairs.low(), axes.rows().count());
    mark(rowPairs.high(), axes.rows().count());
  }

  /** Samples one column and one row for each entry. */
  void take(int[] columnIndices, int[] rowIndices, StoredAxes axes) {
    begin(axes.rows().source(), axes.columns().count());
    System.arraycopy(columnIndices, 0, columns, 0, columnCount);
    mark(rowIndices, axes.rows().count());
  }

  /** Samples all pixels, from left to right as they are in the target. */
  void takeAll(StoredAxes axes) {
    int width = axes.columns().source();
    begin(axes.rows().source(), width);
    for (int x = 0; x < width; x++) {
      columns[x] = axes.mirrorColumns() ? width - 1 - x : x;
    }
    Arrays.fill(rows, 0, height, true);
  }

  private void begin(int pictureHeight, int count) {
    height = pictureHeight;
    columnCount = count;
    if (columns.length < count) {
      columns = new int[count];
    }
    if (rows.length < height) {
      rows = new boolean[height];
    }
    Arrays.fill(rows, false);
  }

  private void mark(int[] rowIndices, int count) {
    for (int i = 0; i < count; i++) {
      rows[rowIndices[i]] = true;
    }
  }

  /** Returns memory for a row of values, reused if it is large enough. */
  static int[][] reserve(int[][] reuse, int channels, int count) {
    boolean isLarge = reuse.length >= channels && reuse[0].length >= count;
    return isLarge ? reuse : RowArrays.rows(channels, count);
  }
}
