// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;

/**
 * All pixels of a picture as bytes, R, G, B or gray, a row of MCUs at a time.
 *
 * <p>Colors are computed in columns, as {@link McuRows} has them. Only when eight pixels have
 * become six ints are these put where they belong.
 */
final class PackedRows {
  private static final int SIZE = 8;
  private static final int QUAD = 4;

  private final McuRows mcus;
  private final PixelWriter writer = new PixelWriter();
  private final int[][] red = new int[QUAD][0];
  private final int[][] green = new int[QUAD][0];
  private final int[][] blue = new int[QUAD][0];
  private int[] triples = {};
  private JpegHeader header;
  private int n;

  PackedRows(McuRows mcus, JpegHeader header) {
    this.mcus = mcus;
    this.header = header;
  }

  /** Reserves memory for a picture and lays out its blocks; coefficients are started afterward. */
  void plan(JpegHeader of) {
    header = of;
    mcus.plan(of);
    n = mcus.mcus();
    reserve();
    writer.plan(of, n);
  }

  private void reserve() {
    int wide = SIZE * n;
    if (red[0].length >= wide) {
      return;
    }
    triples = new int[wide];
    for (int i = 0; i < QUAD; i++) {
      red[i] = new int[wide];
      green[i] = new int[wide];
      blue[i] = new int[wide];
    }
  }

  /** Returns whether there are rows that were not written yet. */
  boolean hasNext() {
    return mcus.hasNext();
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
    mcus.next();
    int down = header.rowsPerChroma();
    int rows = Math.min(SIZE * down, header.height() - mcus.current() * SIZE * down);
    writer.open(out, at, stride, rows, mcus.slots());
    for (int v = 0; v < down; v++) {
      if (header.components() == 1) {
        writer.putGray(clamped(mcus.luma(0, v)));
        writer.write(0, v);
      } else {
        writeColors(mcus.chroma(v), v);
      }
    }
    return rows;
  }

  private void writeColors(ChromaColumns chroma, int v) {
    for (int u = 0; u < header.columnsPerChroma(); u++) {
      for (int half = 0; half < SIZE; half += QUAD) {
        color(mcus.luma(u, v), half, chroma, u * SIZE + half);
        writer.putColors(red, green, blue, half / QUAD);
      }
      writer.write(u, v);
    }
  }

  /** Computes the colors of four columns. */
  private void color(int[][] luma, int from, ChromaColumns chroma, int x) {
    int wide = SIZE * n;
    for (int i = 0; i < QUAD; i++) {
      chroma.combine(x + i, luma[from + i], triples);
      SampleLoops.colors(triples, header.isRgb(), red[i], green[i], blue[i], wide);
    }
  }

  private int[][] clamped(int[][] columns) {
    for (int[] column : columns) {
      SampleLoops.clamp(column, SIZE * n);
    }
    return columns;
  }
}
