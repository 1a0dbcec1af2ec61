// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import java.util.Arrays;

/**
 * The blocks of a component that hold wanted samples, numbered from left to right without gaps, and
 * of each row of blocks the wanted rows.
 *
 * <p>After the inverse DCT the samples lie in one array: column c of slot s of the b-th wanted
 * block at {@code (8 c + s) * count + b}.
 */
final class WantedBlocks {
  private static final int SIZE = 8;
  private static final int NOBODY = -1;

  private int[] number = {};
  private int blocksAcross;
  private int count;
  private byte[] rows = {};

  /** Starts a component of which nothing is wanted. */
  void clear(int across, int down) {
    blocksAcross = across;
    count = 0;
    if (number.length < across) {
      number = new int[across];
    }
    if (rows.length < down) {
      rows = new byte[down];
    }
    Arrays.fill(number, 0, across, NOBODY);
    Arrays.fill(rows, 0, down, (byte) 0);
  }

  /** Marks a column of samples as wanted. */
  void addColumn(int x) {
    number[x / SIZE] = 0;
  }

  /** Marks a row of samples as wanted. */
  void addRow(int y) {
    rows[y / SIZE] |= (byte) (1 << y % SIZE);
  }

  /** Numbers the wanted blocks, after all columns were added. */
  void assignNumbers() {
    for (int b = 0; b < blocksAcross; b++) {
      if (number[b] != NOBODY) {
        number[b] = count++;
      }
    }
  }

  /** Returns the number of wanted blocks in a row. */
  int count() {
    return count;
  }

  /** Returns the number of a block, negative if it is not wanted. */
  int number(int block) {
    return number[block];
  }

  /** Returns where the samples of a column begin: in slot 0 of its block. */
  int index(int x) {
    return x % SIZE * SIZE * count + number[x / SIZE];
  }

  /** Returns the wanted rows of a row of blocks, bit r for row r. */
  int rows(int blockRow) {
    return rows[blockRow] & 0xFF;
  }
}
