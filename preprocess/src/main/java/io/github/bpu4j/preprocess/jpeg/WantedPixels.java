// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import java.util.Arrays;

/** The columns and rows of a stored picture that somebody will read. */
final class WantedPixels {
  private int[] columns = {};
  private int columnCount;
  private boolean[] rows = {};
  private int height;

  /**
   * Sets the pixels.
   *
   * @param wantedColumns in the order in which a row's values are given
   * @param count how many columns
   * @param wantedRows whether each row is wanted
   * @param rowCount rows of the picture
   * @return false if they are the same as before
   */
  boolean set(int[] wantedColumns, int count, boolean[] wantedRows, int rowCount) {
    if (count == columnCount
        && rowCount == height
        && Arrays.equals(columns, 0, count, wantedColumns, 0, count)
        && Arrays.equals(rows, 0, rowCount, wantedRows, 0, rowCount)) {
      return false;
    }
    if (columns.length < count) {
      columns = new int[count];
    }
    if (rows.length < rowCount) {
      rows = new boolean[rowCount];
    }
    System.arraycopy(wantedColumns, 0, columns, 0, count);
    System.arraycopy(wantedRows, 0, rows, 0, rowCount);
    columnCount = count;
    height = rowCount;
    return true;
  }

  int columnCount() {
    return columnCount;
  }

  int column(int i) {
    return columns[i];
  }

  boolean hasRow(int y) {
    return rows[y];
  }

  int height() {
    return height;
  }
}
