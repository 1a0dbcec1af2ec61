// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import java.util.Arrays;

/** DC coefficients: their high bits as differences, later one more bit each (annex G.1.2.1). */
final class ProgressiveDc implements BlockCoder {
  private final Coding.Scan scan;
  private final int[] predictions = new int[4];

  ProgressiveDc(Coding.Scan scan) {
    this.scan = scan;
  }

  @Override
  public void restart(Tokens tokens) {
    Arrays.fill(predictions, 0);
  }

  @Override
  public void block(int component, Blocks blocks, int at, Tokens tokens) {
    int value = blocks.value(at, 0) >> scan.low();
    if (scan.high() != 0) {
      tokens.bits(value, 1);
      return;
    }
    int difference = value - predictions[component];
    predictions[component] = value;
    int size = BlockCoder.size(difference);
    tokens.symbol(Tokens.dc(component), size);
    tokens.bits(difference < 0 ? difference - 1 : difference, size);
  }
}
