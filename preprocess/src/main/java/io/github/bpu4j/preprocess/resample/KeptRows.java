// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

/**
 * The last two rows of values of a linear resize, since the next row often reads one of them again.
 *
 * <p>A resize reads pairs of neighboring rows, so an even row never replaces the odd one of its
 * pair.
 */
public final class KeptRows {
  private static final int NONE = -1;

  private int[][][] values = {{}, {}};
  private final int[] rows = {NONE, NONE};

  /** Creates memory of no rows. */
  public KeptRows() {}

  /**
   * Reserves memory and discards both rows.
   *
   * @param channels arrays of a row
   * @param count values of each array
   */
  public void reserve(int channels, int count) {
    if (values[0].length < channels || values[0][0].length < count) {
      values = new int[][][] {RowArrays.rows(channels, count), RowArrays.rows(channels, count)};
    }
    clear();
  }

  /** Discards both rows. */
  public void clear() {
    rows[0] = NONE;
    rows[1] = NONE;
  }

  /**
   * Returns whether a row is kept.
   *
   * @param y row of the picture
   * @return whether {@link #get} returns its values
   */
  public boolean holds(int y) {
    return rows[y & 1] == y;
  }

  /**
   * Gives a row the memory of the last one that was as even or odd.
   *
   * @param y row whose values will be stored
   * @return memory for its values, an array per channel
   */
  public int[][] assign(int y) {
    rows[y & 1] = y;
    return values[y & 1];
  }

  /**
   * Returns the values of a kept row.
   *
   * @param y row of the picture
   * @return its values, an array per channel
   */
  public int[][] get(int y) {
    return values[y & 1];
  }
}
