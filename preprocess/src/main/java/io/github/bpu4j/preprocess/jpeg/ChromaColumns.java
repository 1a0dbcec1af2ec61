// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;
import java.util.Arrays;

/**
 * The chroma of rows of MCUs, column by column, interpolated to the pixels of luma as libjpeg does
 * it ("fancy upsampling"; near is the sample that covers the pixel, far the next one to the pixel):
 *
 * <pre>
 * a sample covers 2 columns:        (3 near + far + 1, or 2 in its right half) &gt;&gt; 2
 * a sample covers 2 rows:           (3 near + far + 1, or 2 in its lower half) &gt;&gt; 2
 * a sample covers 2 of both:        v = 3 near + far of rows, not rounded
 *                                   (3 near v + far v + 8, or 7 in its right half) &gt;&gt; 4
 * </pre>
 *
 * <p>At an edge of the picture far is near. Where a sample covers 2 columns and there are two
 * samples across or fewer, it is repeated instead.
 *
 * <p>A column is an array of all MCUs: row r of MCU m stands at {@code r * mcus + m}. So neighbors
 * in the picture are at the same index of two arrays, and a loop interpolates all of them.
 */
final class ChromaColumns {
  private static final int SIZE = 8;
  private static final int ROWS_WITH_NEIGHBORS = SIZE + 2;
  private static final int BOTH = 0x10001;

  private final int[][] columns = new int[SIZE][0];

  /** Where rows are interpolated: two rows of MCUs, each with the rows above and below it. */
  private final int[][][] stored = new int[2][SIZE][0];

  private int[] near = {};
  private int[] far = {};
  private int[] left = {};
  private int[] right = {};
  private int[] rowBias = {};
  private int n;
  private int wide;
  private boolean halfColumns;
  private boolean halfRows;
  private boolean repeats;
  private int lastColumn;
  private int lastRow;

  /** Reserves memory for a picture of three components. */
  void plan(JpegHeader header) {
    n = header.mcusAcross();
    wide = SIZE * n;
    halfColumns = header.columnsPerChroma() == 2;
    halfRows = header.rowsPerChroma() == 2;
    repeats = halfColumns && header.chromaWidth() <= 2;
    lastColumn = header.chromaWidth() - 1;
    lastRow = header.chromaHeight() - 1;
    reserve();
    if (halfRows && stored[0][0].length < ROWS_WITH_NEIGHBORS * n) {
      reserveRows();
    }
    Arrays.fill(rowBias, 0, wide / 2, BOTH);
    Arrays.fill(rowBias, wide / 2, wide, 2 * BOTH);
  }

  private void reserve() {
    if (rowBias.length >= wide) {
      return;
    }
    for (int c = 0; c < SIZE; c++) {
      columns[c] = new int[wide];
    }
    near = new int[wide];
    far = new int[wide];
    left = new int[wide];
    right = new int[wide];
    rowBias = new int[wide];
  }

  private void reserveRows() {
    for (int[][] each : stored) {
      for (int c = 0; c < SIZE; c++) {
        each[c] = new int[ROWS_WITH_NEIGHBORS * n];
      }
    }
  }

  /** Returns the number of fraction bits of interpolated chroma, in each half. */
  private int shift() {
    return (halfColumns ? 2 : 0) + (halfRows ? 2 : 0);
  }

  /** Returns whether a row of MCUs can be interpolated only when the next one was put. */
  boolean needsNextRow() {
    return halfRows;
  }

  /** Stores a row of MCUs, as the inverse DCT returns it. */
  void put(int mcuRow, int[][] cb, int[][] cr) {
    for (int c = 0; c < SIZE; c++) {
      if (halfRows) {
        SampleLoops.clampPair(cb[c], cr[c], near, wide);
        store(mcuRow, stored[mcuRow & 1][c], stored[~mcuRow & 1][c]);
      } else {
        SampleLoops.clampPair(cb[c], cr[c], columns[c], wide);
      }
    }
  }

  /** Stores a column behind its upper neighbor, whose lower neighbor it is. */
  private void store(int mcuRow, int[] to, int[] above) {
    System.arraycopy(near, 0, to, n, wide);
    if (mcuRow == 0) {
      System.arraycopy(near, 0, to, 0, n);
    } else {
      System.arraycopy(above, wide, to, 0, n);
      System.arraycopy(near, 0, above, n + wide, n);
    }
    if (lastRow / SIZE == mcuRow) {
      int behind = (lastRow % SIZE + 1) * n;
      System.arraycopy(to, behind, to, behind + n, n);
    }
  }

  /**
   * Selects the luma blocks of one row in their MCUs; if that is one of two, rows 0, 2, 4, 6 of the
   * blocks come first, then 1, 3, 5, 7.
   */
  void open(int mcuRow, int blockRow) {
    if (halfRows) {
      for (int c = 0; c < SIZE; c++) {
        interpolateRows(stored[mcuRow & 1][c], (1 + SIZE / 2 * blockRow) * n, columns[c]);
      }
    }
    if (halfColumns) {
      repeatLastColumn();
      moveToNeighbors();
    }
  }

  private void interpolateRows(int[] from, int first, int[] to) {
    int half = wide / 2;
    System.arraycopy(from, first, near, 0, half);
    System.arraycopy(from, first, near, half, half);
    System.arraycopy(from, first - n, far, 0, half);
    System.arraycopy(from, first + n, far, half, half);
    if (halfColumns) {
      SampleLoops.triangle(near, repeats ? near : far, to, wide);
    } else {
      SampleLoops.triangle(near, far, rowBias, 0, to, wide);
    }
  }

  private void repeatLastColumn() {
    int c = lastColumn % SIZE;
    if (c < SIZE - 1) {
      for (int i = n - 1; i < wide; i += n) {
        columns[c + 1][i] = columns[c][i];
      }
    }
  }

  /**
   * Moves the last column of the previous MCU, and the first one of the next, to a column's index.
   */
  private void moveToNeighbors() {
    int[] first = columns[0];
    int[] last = columns[SIZE - 1];
    System.arraycopy(last, 0, left, 1, wide - 1);
    System.arraycopy(first, 1, right, 0, wide - 1);
    for (int i = 0; i < wide; i += n) {
      left[i] = first[i];
      right[i + n - 1] = last[i + n - 1];
    }
  }

  /**
   * Combines luma and chroma of a column of the MCUs to triples, as {@link TripleSamples} has them.
   *
   * @param x the column
   * @param luma not clamped
   * @param out one triple for each row of each MCU
   */
  void combine(int x, int[] luma, int[] out) {
    if (!halfColumns) {
      SampleLoops.triple(columns[x], shift(), luma, out, wide);
      return;
    }
    int[] covering = columns[x / 2];
    SampleLoops.triple(covering, repeats ? covering : next(x), bias(x), shift(), luma, out, wide);
  }

  private int bias(int x) {
    return (halfRows ? 8 - x % 2 : 1 + x % 2) * BOTH;
  }

  private int[] next(int x) {
    int c = x % 2 == 0 ? x / 2 - 1 : x / 2 + 1;
    if (c < 0) {
      return left;
    }
    return c < SIZE ? columns[c] : right;
  }
}
