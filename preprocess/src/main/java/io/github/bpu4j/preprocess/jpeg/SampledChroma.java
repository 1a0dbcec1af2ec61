// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;

/**
 * The chroma of wanted pixels, interpolated as {@link ChromaColumns} says.
 *
 * <p>Of each row of samples, those at the wanted columns are gathered and combined with their
 * neighbors once, though two rows of pixels need them; sixteen rows are kept, since a pixel at the
 * edge of an MCU needs the next one. Cb and Cr share an int. The sums are those of the full
 * picture: nothing is rounded before both axes are summed.
 */
final class SampledChroma {
  private static final int KEPT = 16;
  private static final int BOTH = 0x10001;

  private final int[][] kept = new int[KEPT][0];
  private int[] near = {};
  private int[] far = {};
  private int[] nearIndex = {};
  private int[] farIndex = {};
  private int[] bias = {};
  private int[] pairs = {};
  private int n;
  private boolean halfColumns;
  private boolean halfRows;
  private boolean repeats;
  private int lastColumn;
  private int lastRow;

  /** Marks the samples that the wanted pixels need. */
  void plan(JpegHeader header, WantedPixels pixels, WantedBlocks blocks) {
    n = pixels.columnCount();
    halfColumns = header.columnsPerChroma() == 2;
    halfRows = header.rowsPerChroma() == 2;
    lastColumn = header.chromaWidth() - 1;
    lastRow = header.chromaHeight() - 1;
    repeats = halfColumns && header.chromaWidth() <= 2;
    reserve();
    blocks.clear(header.mcusAcross(), header.mcusDown());
    for (int i = 0; i < n; i++) {
      blocks.addColumn(nearColumn(pixels.column(i)));
      blocks.addColumn(farColumn(pixels.column(i)));
    }
    blocks.assignNumbers();
    for (int y = 0; y < pixels.height(); y++) {
      if (pixels.hasRow(y)) {
        blocks.addRow(nearRow(y));
        blocks.addRow(farRow(y));
      }
    }
    for (int i = 0; i < n; i++) {
      int x = pixels.column(i);
      nearIndex[i] = blocks.index(nearColumn(x));
      farIndex[i] = blocks.index(farColumn(x));
      bias[i] = bias(x) * BOTH;
    }
  }

  private void reserve() {
    if (pairs.length >= n) {
      return;
    }
    for (int i = 0; i < KEPT; i++) {
      kept[i] = new int[n];
    }
    near = new int[n];
    far = new int[n];
    nearIndex = new int[n];
    farIndex = new int[n];
    bias = new int[n];
    pairs = new int[n];
  }

  private int nearColumn(int x) {
    return halfColumns ? x / 2 : x;
  }

  private int farColumn(int x) {
    return halfColumns && !repeats ? far(x, lastColumn) : nearColumn(x);
  }

  private int nearRow(int y) {
    return halfRows ? y / 2 : y;
  }

  /** Returns the other row of samples that a row of pixels needs. */
  int farRow(int y) {
    return halfRows && !repeats ? far(y, lastRow) : nearRow(y);
  }

  private static int far(int x, int last) {
    int next = x % 2 == 0 ? x / 2 - 1 : x / 2 + 1;
    return Math.max(0, Math.min(next, last));
  }

  private int bias(int x) {
    if (!halfColumns) {
      return 0;
    }
    return halfRows ? 8 - x % 2 : 1 + x % 2;
  }

  /** Returns the number of fraction bits of {@link #row}, in each half. */
  int shift() {
    return (halfColumns ? 2 : 0) + (halfRows ? 2 : 0);
  }

  /** Stores a row of samples, which start at an offset in the result of the inverse DCT. */
  void put(int y, int[] samples, int offset) {
    int[] row = kept[y % KEPT];
    if (halfColumns) {
      SampleLoops.gather(samples, offset, nearIndex, near, n);
      SampleLoops.gather(samples, offset, farIndex, far, n);
      SampleLoops.triangle(near, far, row, n);
    } else {
      SampleLoops.gather(samples, offset, nearIndex, row, n);
    }
  }

  /** Returns the chroma of a row of pixels, valid until the next call. */
  int[] row(int y) {
    int[] nearest = kept[nearRow(y) % KEPT];
    if (halfRows) {
      int common = halfColumns ? 0 : (1 + y % 2) * BOTH;
      SampleLoops.triangle(nearest, kept[farRow(y) % KEPT], bias, common, pairs, n);
    } else {
      SampleLoops.add(nearest, bias, pairs, n);
    }
    return pairs;
  }
}
