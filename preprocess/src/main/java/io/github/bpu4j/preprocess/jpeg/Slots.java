// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

/** Which of a block's eight rows are wanted, and in which order they stand in the result. */
final class Slots {
  private static final int SIZE = 8;
  private static final int UNWANTED = -1;

  private final int[] slot = new int[SIZE];
  private int count;

  /** Returns slots of all rows in their order. */
  static Slots all() {
    Slots slots = new Slots();
    slots.set(0xFF);
    return slots;
  }

  /** Returns slots of rows 0, 2, 4, 6, then 1, 3, 5, 7. */
  static Slots evenFirst() {
    Slots slots = new Slots();
    for (int row = 0; row < SIZE; row++) {
      slots.slot[row] = (row & 1) * SIZE / 2 + row / 2;
    }
    slots.count = SIZE;
    return slots;
  }

  /** Selects the rows of a mask (bit r: row r), in their order. */
  void set(int mask) {
    count = 0;
    for (int row = 0; row < SIZE; row++) {
      slot[row] = (mask >> row & 1) == 0 ? UNWANTED : count++;
    }
  }

  /** Returns the number of wanted rows. */
  int count() {
    return count;
  }

  boolean has(int row) {
    return slot[row] >= 0;
  }

  /** Returns whether a row of the upper half, or the one that mirrors it, is wanted. */
  boolean hasPair(int row) {
    return has(row) || has(SIZE - 1 - row);
  }

  /** Returns the place of a wanted row in the result. */
  int of(int row) {
    return slot[row];
  }
}
