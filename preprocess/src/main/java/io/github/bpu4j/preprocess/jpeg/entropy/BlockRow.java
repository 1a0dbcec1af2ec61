// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import java.util.Arrays;

/**
 * Where the coefficients of a row of MCUs go, and which of its blocks anybody needs.
 *
 * <p>Blocks of a kind (one component's, of one row and parity in their MCU) lie beside each other
 * for each coefficient: coefficient k, in natural order, of block b stands at {@code base + k *
 * stride + b}. Behind the 64th there is room for a 65th, where readers drop what they do not want.
 * Coefficients are dequantized. Blocks that nobody needs are parsed only.
 */
public final class BlockRow {
  /** MCUs of the supported samplings have at most four blocks of luma and one of each chroma. */
  public static final int MOST_BLOCKS = 6;

  /** Numbers that a block takes up. */
  public static final int BLOCK_SIZE = Zigzag.SIZE + 1;

  private static final int NOBODY = -1;

  int[] coefficients = {};
  int[] places = {};
  final int[] skipped = new int[MOST_BLOCKS];
  final int[] strides = new int[JpegHeader.MOST_COMPONENTS];

  /**
   * Makes room.
   *
   * @param blocks blocks with a place
   * @param allBlocks blocks in the row
   */
  public void reserve(int blocks, int allBlocks) {
    if (coefficients.length < blocks * BLOCK_SIZE) {
      coefficients = new int[blocks * BLOCK_SIZE];
    }
    if (places.length < allBlocks) {
      places = new int[allBlocks];
    }
    Arrays.fill(places, 0, allBlocks, NOBODY);
  }

  /** Returns the coefficients; the same array until more room is made. */
  public int[] coefficients() {
    return coefficients;
  }

  /** Sets how far the coefficients of a block of a component are from each other. */
  public void setStride(int component, int stride) {
    strides[component] = stride;
  }

  /**
   * Sets the coefficients of blocks of a kind to 0.
   *
   * @param base where the first one stands
   * @param blocks how many
   */
  public void clear(int base, int blocks) {
    Arrays.fill(coefficients, base, base + blocks * BLOCK_SIZE, 0);
  }

  /**
   * Sets where a block goes.
   *
   * @param index of the block: {@code mcu * blocks of an MCU + block of the MCU}
   * @param at where its first coefficient goes
   */
  public void put(int index, int at) {
    places[index] = at;
  }

  /**
   * Sets whether the blocks with this index in their MCU are needed in the next row.
   *
   * @param block index in an MCU
   * @param needed whether
   */
  public void setNeeded(int block, boolean needed) {
    skipped[block] = needed ? 0 : NOBODY;
  }

  /** Returns where a block goes, negative if nobody needs it. */
  int place(int index, int block) {
    return places[index] | skipped[block];
  }
}
