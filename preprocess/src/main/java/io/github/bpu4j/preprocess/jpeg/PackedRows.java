// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.jpeg.entropy.BlockRow;
import io.github.bpu4j.preprocess.jpeg.entropy.CoefficientReader;
import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;

/**
 * All pixels of a picture as bytes, R, G, B or gray, a row of MCUs at a time.
 *
 * <p>Everything up to the bytes happens in columns of blocks: an array for each of the up to 16
 * columns of an MCU, in which row r of MCU m stands at {@code r * mcus + m}. So the loops run over
 * whole arrays at the same index, whatever the sampling. Only when eight pixels have become six
 * ints are these put where they belong.
 */
final class PackedRows {
  private static final int SIZE = 8;
  private static final int MOST_LUMA = 4;
  private static final int QUAD = 4;

  private final CoefficientReader reader;
  private final BlockRow blocks;
  private final InverseDct transform = new InverseDct();
  private final ChromaColumns chroma = new ChromaColumns();
  private final PixelWriter writer = new PixelWriter();
  private final Slots plain = Slots.all();
  private final Slots evenFirst = Slots.evenFirst();
  private final int[][][] luma = new int[MOST_LUMA][SIZE][0];
  private final int[][] cb = new int[SIZE][0];
  private final int[][] cr = new int[SIZE][0];
  private final int[][] red = new int[QUAD][0];
  private final int[][] green = new int[QUAD][0];
  private final int[][] blue = new int[QUAD][0];
  private JpegHeader header;
  private Slots slots = plain;
  private int n;
  private int mcuRow;
  private int across;
  private int down;

  PackedRows(CoefficientReader reader, BlockRow blocks, JpegHeader header) {
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
    mcuRow = 0;
    slots = down == 2 ? evenFirst : plain;
    transform.reserve(n);
    reserve(luma.length);
    placeBlocks();
    writer.plan(of, n);
    if (of.components() > 1) {
      chroma.plan(of);
    }
  }

  private void reserve(int lumaBlocks) {
    int wide = SIZE * n;
    if (red[0].length >= wide) {
      return;
    }
    for (int c = 0; c < SIZE; c++) {
      for (int b = 0; b < lumaBlocks; b++) {
        luma[b][c] = new int[wide];
      }
      cb[c] = new int[wide];
      cr[c] = new int[wide];
    }
    for (int i = 0; i < QUAD; i++) {
      red[i] = new int[wide];
      green[i] = new int[wide];
      blue[i] = new int[wide];
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

  /** Returns whether there are rows that were not written yet. */
  boolean hasNext() {
    return mcuRow < header.mcusDown();
  }

  /**
   * Writes the next row of MCUs, as far as it lies in the picture.
   *
   * @param out where the pixels go
   * @param at index of the first byte
   * @param stride bytes from a row to the next
   * @return how many rows
   * @throws ImageDecodeException when the file is damaged
   */
  int next(byte[] out, int at, int stride) throws ImageDecodeException {
    int current = mcuRow++;
    boolean isAhead = header.components() > 1 && chroma.needsNextRow();
    if (current == 0 || !isAhead) {
      readRow(current);
      transformLuma();
    }
    if (isAhead && hasNext()) {
      readRow(mcuRow);
    }
    int rows = Math.min(SIZE * down, header.height() - current * SIZE * down);
    writer.open(out, at, stride, rows, slots);
    for (int v = 0; v < down; v++) {
      writeBlocks(current, v);
    }
    if (isAhead && hasNext()) {
      transformLuma();
    }
    return rows;
  }

  /** Reads a row of MCUs and brings its chroma up to where the luma of the row before is. */
  private void readRow(int row) throws ImageDecodeException {
    reader.row(blocks);
    if (header.components() > 1) {
      int first = across * down;
      transform.transform(blocks.coefficients(), base(first), n, plain, cb);
      transform.transform(blocks.coefficients(), base(first + 1), n, plain, cr);
      chroma.put(row, cb, cr);
    }
  }

  private void transformLuma() {
    for (int b = 0; b < across * down; b++) {
      transform.transformClamped(blocks.coefficients(), base(b), n, slots, luma[b]);
    }
  }

  private void writeBlocks(int row, int v) {
    if (header.components() > 1) {
      chroma.open(row, v);
    }
    for (int u = 0; u < across; u++) {
      int[][] columns = luma[v * across + u];
      if (header.components() == 1) {
        writer.putGray(columns);
      } else {
        for (int half = 0; half < SIZE; half += QUAD) {
          color(columns, half, u * SIZE + half);
          writer.putColors(red, green, blue, half / QUAD);
        }
      }
      writer.write(u, v);
    }
  }

  /** Computes the colors of four columns. */
  private void color(int[][] columns, int from, int x) {
    int wide = SIZE * n;
    int shift = chroma.shift();
    for (int i = 0; i < QUAD; i++) {
      int[] y = columns[from + i];
      int[] pair = chroma.column(x + i);
      if (header.isRgb()) {
        System.arraycopy(y, 0, red[i], 0, wide);
        SampleLoops.lower(pair, shift, green[i], wide);
        SampleLoops.upper(pair, shift, blue[i], wide);
      } else {
        SampleLoops.red(y, pair, shift, red[i], wide);
        SampleLoops.green(y, pair, shift, green[i], wide);
        SampleLoops.blue(y, pair, shift, blue[i], wide);
      }
    }
  }
}
