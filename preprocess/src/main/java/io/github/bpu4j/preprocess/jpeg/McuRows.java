// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.jpeg.entropy.BlockRow;
import io.github.bpu4j.preprocess.jpeg.entropy.CoefficientReader;
import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;

/**
 * All samples of a picture, a row of MCUs at a time, chroma interpolated to the pixels of luma.
 *
 * <p>Everything happens in columns of blocks: an array for each of the up to 16 columns of an MCU,
 * in which row r of MCU m stands at {@code r * mcus + m}. So the loops run over whole arrays at the
 * same index, whatever the sampling.
 */
final class McuRows {
  private static final int SIZE = 8;
  private static final int MOST_LUMA = 4;

  private final CoefficientReader reader;
  private final BlockRow blocks;
  private final InverseDct transform = new InverseDct();
  private final ChromaColumns chroma = new ChromaColumns();
  private final Slots plain = Slots.all();
  private final Slots evenFirst = Slots.evenFirst();
  private final int[][][] luma = new int[MOST_LUMA][SIZE][0];
  private final int[][] cb = new int[SIZE][0];
  private final int[][] cr = new int[SIZE][0];
  private JpegHeader header;
  private Slots slots = plain;
  private int n;
  private int read;
  private int current;
  private int across;
  private int down;

  McuRows(CoefficientReader reader, BlockRow blocks, JpegHeader header) {
    this.reader = reader;
    this.blocks = blocks;
    this.header = header;
  }

  /** Reserves memory for a picture and lays out its blocks; coefficients are started afterward. */
  void plan(JpegHeader of) {
    header = of;
    n = of.mcusAcross();
    across = of.columnsPerChroma();
    down = of.rowsPerChroma();
    read = 0;
    current = -1;
    slots = down == 2 ? evenFirst : plain;
    transform.reserve(n);
    reserve();
    placeBlocks();
    if (hasChroma()) {
      chroma.plan(of);
    }
  }

  private void reserve() {
    for (int b = 0; b < across * down; b++) {
      reserve(luma[b]);
    }
    if (hasChroma()) {
      reserve(cb);
      reserve(cr);
    }
  }

  private void reserve(int[][] columns) {
    if (columns[0].length < SIZE * n) {
      for (int c = 0; c < SIZE; c++) {
        columns[c] = new int[SIZE * n];
      }
    }
  }

  private void placeBlocks() {
    int ofMcu = header.blocksOfMcu();
    blocks.reserve(ofMcu * n, ofMcu * n);
    blocks.clear(0, ofMcu * n);
    for (int c = 0; c < header.components(); c++) {
      blocks.setStride(c, n);
    }
    for (int b = 0; b < ofMcu; b++) {
      blocks.setNeeded(b, true);
      for (int m = 0; m < n; m++) {
        blocks.put(m * ofMcu + b, base(b) + m);
      }
    }
  }

  private int base(int block) {
    return block * BlockRow.BLOCK_SIZE * n;
  }

  private boolean hasChroma() {
    return header.components() > 1;
  }

  /** Returns the number of MCUs in a row. */
  int mcus() {
    return n;
  }

  /** Returns the number of the row moved to last, or -1. */
  int current() {
    return current;
  }

  /** Returns whether there is another row. */
  boolean hasNext() {
    return current + 1 < header.mcusDown();
  }

  /**
   * Moves to the next row. The one behind it is read too, where chroma is interpolated between
   * rows; its luma remains in coefficients until then.
   *
   * @throws ImageDecodeException when the file is damaged
   */
  void next() throws ImageDecodeException {
    current++;
    readTo(current);
    for (int b = 0; b < across * down; b++) {
      transform.transform(blocks.coefficients(), base(b), n, slots, luma[b]);
    }
    if (hasChroma() && chroma.needsNextRow() && hasNext()) {
      readTo(current + 1);
    }
  }

  private void readTo(int row) throws ImageDecodeException {
    if (read > row) {
      return;
    }
    reader.row(blocks);
    if (hasChroma()) {
      int first = across * down;
      transform.transform(blocks.coefficients(), base(first), n, plain, cb);
      transform.transform(blocks.coefficients(), base(first + 1), n, plain, cr);
      chroma.put(read, cb, cr);
    }
    read++;
  }

  /** Returns which row of a block stands where in its columns. */
  Slots slots() {
    return slots;
  }

  /** Returns the luma columns of the blocks at a place in their MCUs, not clamped. */
  int[][] luma(int u, int v) {
    return luma[v * across + u];
  }

  /** Returns the chroma of a row of blocks of the current MCUs, valid until the next call. */
  ChromaColumns chroma(int v) {
    chroma.open(current, v);
    return chroma;
  }
}
