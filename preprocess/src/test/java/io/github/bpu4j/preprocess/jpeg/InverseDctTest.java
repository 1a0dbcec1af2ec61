// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Combined products give what the butterflies give, for any rows and number of blocks. */
final class InverseDctTest {
  private static final int SIZE = 8;
  private static final int CELLS = SIZE * SIZE;
  private static final long SEED = 20261124;

  private final Random random = new Random(SEED);
  private final InverseDct transform = new InverseDct();
  private final int[][] out = new int[SIZE][];

  @ParameterizedTest(name = "{0} blocks")
  @ValueSource(ints = {1, 2, 7, 8, 63, 250})
  void equalsButterflies(int blocks) {
    int[][] coefficients = randomBlocks(blocks);
    for (int mask = 1; mask < 1 << SIZE; mask += blocks == 1 ? 1 : 37) {
      Slots slots = new Slots();
      slots.set(mask);
      check(coefficients, slots, mask);
    }
    check(coefficients, Slots.evenFirst(), 0xFF);
  }

  @ParameterizedTest(name = "{0} rows, {1} columns")
  @CsvSource({"8, 4", "4, 8", "4, 4", "5, 4", "4, 5", "1, 1"})
  void equalsButterfliesWhereTheRestIsZero(int rows, int columns) {
    int[][] coefficients = randomBlocks(9);
    for (int[] block : coefficients) {
      for (int k = 0; k < CELLS; k++) {
        if (k / SIZE >= rows || k % SIZE >= columns) {
          block[k] = 0;
        }
      }
    }
    for (int mask : new int[] {0xFF, 0x81, 0x02, 0x38}) {
      Slots slots = new Slots();
      slots.set(mask);
      check(coefficients, slots, mask);
    }
  }

  private void check(int[][] coefficients, Slots slots, int mask) {
    int blocks = coefficients.length;
    int[] in = new int[3 + CELLS * blocks];
    for (int b = 0; b < blocks; b++) {
      for (int k = 0; k < CELLS; k++) {
        in[3 + k * blocks + b] = coefficients[b][k];
      }
    }
    for (int c = 0; c < SIZE; c++) {
      out[c] = new int[SIZE * blocks];
    }
    transform.reserve(blocks);
    transform.transform(in, 3, blocks, slots, out);
    assertThat(in).as("coefficients afterwards").containsOnly(0);
    for (int b = 0; b < blocks; b++) {
      checkBlock(b, blocks, Butterflies.inverse(coefficients[b]), slots, mask);
    }
  }

  private void checkBlock(int b, int blocks, int[] expected, Slots slots, int mask) {
    for (int cell = 0; cell < CELLS; cell++) {
      int row = cell / SIZE;
      if ((mask >> row & 1) != 0) {
        int sample = out[cell % SIZE][slots.of(row) * blocks + b];
        assertThat(sample)
            .as("seed %d, block %d, cell %d", SEED, b, cell)
            .isEqualTo(expected[cell]);
      }
    }
  }

  /** Large and small values, sparse and dense. */
  private int[][] randomBlocks(int count) {
    int[][] blocks = new int[count][CELLS];
    for (int[] block : blocks) {
      int range = 1 << (1 + random.nextInt(12));
      for (int k = 0; k < CELLS; k++) {
        block[k] = random.nextInt(3) == 0 ? random.nextInt(2 * range + 1) - range : 0;
      }
    }
    return blocks;
  }
}
