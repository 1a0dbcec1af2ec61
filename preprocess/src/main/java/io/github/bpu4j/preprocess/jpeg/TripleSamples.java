// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

/**
 * Wanted blocks of a picture whose chroma is as large as its luma, the three samples of a pixel in
 * one int: Y or R in bits 24 to 31, Cr or B in bits 16 to 23, Cb or G in bits 0 to 7.
 *
 * <p>Reading samples at the wanted columns is the only loop over pixels that HotSpot does not
 * vectorize. Here it runs once for each pixel, not for luma and chroma in turn.
 */
final class TripleSamples {
  private static final int SIZE = 8;

  private int[] triples = {};
  private int[] gathered = {};
  private int[] pairs = {};

  /** Reserves memory for rows of this many blocks, of which so many columns are wanted. */
  void reserve(int blocks, int columns) {
    if (triples.length < SIZE * SIZE * blocks) {
      triples = new int[SIZE * SIZE * blocks];
    }
    if (gathered.length < columns) {
      gathered = new int[columns];
      pairs = new int[columns];
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
   * Reads some samples of a row.
   *
   * @param offset of the row
   * @param index of each sample behind it
   * @param luma where its luma goes
   * @param n number of samples
   * @return its Cb and Cr, in one int, valid until the next call
   */
  int[] read(int offset, int[] index, int[] luma, int n) {
    SampleLoops.gather(triples, offset, index, gathered, n);
    SampleLoops.upper(gathered, Byte.SIZE, luma, n);
    SampleLoops.pairs(gathered, pairs, n);
    return pairs;
  }
}
