// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

/**
 * The three samples of each pixel of a row of blocks in one int: Y or R in bits 24 to 31, Cr or B
 * in bits 16 to 23, Cb or G in bits 0 to 7.
 *
 * <p>Reading samples at the wanted columns is the only loop over pixels that HotSpot does not
 * vectorize. Here it runs once for each pixel, not for luma and chroma in turn.
 */
final class TripleSamples {
  private static final int SIZE = 8;

  private int[] triples = {};
  private int[] gathered = {};
  private int[] column = {};

  /** Reserves memory for rows of this many blocks, of which so many columns are wanted. */
  void reserve(int blocks, int columns) {
    if (triples.length < SIZE * SIZE * blocks) {
      triples = SampleLoops.forGathering(SIZE * SIZE * blocks);
    }
    if (column.length < SIZE * blocks) {
      column = new int[SIZE * blocks];
    }
    if (gathered.length < columns) {
      gathered = new int[columns];
    }
  }

  /**
   * Stores the samples of a row of blocks, which the inverse DCT has in columns.
   *
   * @param luma of each column, not clamped
   * @param columns clamped Cb and Cr of each column, in one int; gets the luma too
   * @param blocks how many
   * @param rows how many of each
   */
  void put(int[][] luma, int[][] columns, int blocks, int rows) {
    for (int c = 0; c < SIZE; c++) {
      SampleLoops.addClamped(luma[c], columns[c], rows * blocks);
      System.arraycopy(columns[c], 0, triples, c * SIZE * blocks, rows * blocks);
    }
  }

  /**
   * Stores a column of all blocks' rows.
   *
   * @param x its number in the MCU
   * @param luma not clamped
   * @param chroma open for its row of blocks
   * @param mcus how many
   */
  void put(int x, int[] luma, ChromaColumns chroma, int mcus) {
    chroma.combine(x, luma, column);
    System.arraycopy(column, 0, triples, x * SIZE * mcus, SIZE * mcus);
  }

  /**
   * Computes the colors of some pixels of a row.
   *
   * @param offset of the row
   * @param index of each pixel behind it
   * @param isRgb whether samples are colors
   * @param out values 0..255: that of channel c at the i-th column goes to {@code out[c][i]}
   * @param n number of pixels
   */
  void read(int offset, int[] index, boolean isRgb, int[][] out, int n) {
    SampleLoops.gather(triples, offset, index, gathered, n);
    SampleLoops.colors(gathered, isRgb, out[0], out[1], out[2], n);
  }
}
