// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

/**
 * Allocates arrays for the values of a row, at least as long as asked for.
 *
 * <p>Each takes a multiple of 64 bytes, header of 16 included, so that arrays allocated one after
 * another lie alike in cache lines. HotSpot aligns a vector loop to one of its arrays; loads of
 * arrays that lie otherwise touch two lines (about 3 % of a conversion to 224x224).
 */
public final class RowArrays {
  private static final int LINE_INTS = 64 / Integer.BYTES;
  private static final int HEADER_INTS = 16 / Integer.BYTES;

  private RowArrays() {}

  /**
   * Allocates an array.
   *
   * @param count least number of values
   * @return zeros
   */
  public static int[] row(int count) {
    return new int[length(count)];
  }

  /**
   * Allocates several arrays.
   *
   * @param rows number of arrays
   * @param count least number of values of each
   * @return zeros
   */
  public static int[][] rows(int rows, int count) {
    return new int[rows][length(count)];
  }

  private static int length(int count) {
    return (count + HEADER_INTS + LINE_INTS - 1) / LINE_INTS * LINE_INTS - HEADER_INTS;
  }
}
