// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import java.util.Arrays;

/** Blocks one after another, each whole (ITU-T T.81, annex F.1.2). */
final class SequentialScan implements BlockCoder {
  private final int[] predictions = new int[4];

  @Override
  public void restart(Tokens tokens) {
    Arrays.fill(predictions, 0);
  }

  @Override
  public void block(int component, Blocks blocks, int at, Tokens tokens) {
    int dc = blocks.value(at, 0);
    int difference = dc - predictions[component];
    predictions[component] = dc;
    int size = BlockCoder.size(difference);
    tokens.symbol(Tokens.dc(component), size);
    tokens.bits(difference < 0 ? difference - 1 : difference, size);
    int run = 0;
    int table = Tokens.ac(component);
    for (int k = 1; k < 64; k++) {
      int value = blocks.value(at, k);
      if (value == 0) {
        run++;
        continue;
      }
      for (; run > 15; run -= 16) {
        tokens.symbol(table, 0xF0);
      }
      size = BlockCoder.size(value);
      tokens.symbol(table, (run << 4) | size);
      tokens.bits(value < 0 ? value - 1 : value, size);
      run = 0;
    }
    if (run > 0) {
      tokens.symbol(table, 0);
    }
  }
}
