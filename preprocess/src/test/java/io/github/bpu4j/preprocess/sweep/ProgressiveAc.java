// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

/** A band's first bits, blocks without any counted in runs (annex G.1.2.2). */
final class ProgressiveAc implements BlockCoder {
  private static final int LONGEST_RUN = 0x7FFF;

  private final Coding.Scan scan;
  private final int table;
  private int emptyBlocks;

  ProgressiveAc(Coding.Scan scan) {
    this.scan = scan;
    table = Tokens.ac(scan.components().get(0));
  }

  @Override
  public void restart(Tokens tokens) {
    if (emptyBlocks > 0) {
      int size = BlockCoder.size(emptyBlocks) - 1;
      tokens.symbol(table, size << 4);
      tokens.bits(emptyBlocks, size);
      emptyBlocks = 0;
    }
  }

  @Override
  public void block(int component, Blocks blocks, int at, Tokens tokens) {
    int run = 0;
    for (int k = scan.first(); k <= scan.last(); k++) {
      int value = blocks.value(at, k);
      int magnitude = Math.abs(value) >> scan.low();
      if (magnitude == 0) {
        run++;
        continue;
      }
      restart(tokens);
      for (; run > 15; run -= 16) {
        tokens.symbol(table, 0xF0);
      }
      int size = BlockCoder.size(magnitude);
      tokens.symbol(table, (run << 4) | size);
      tokens.bits(value < 0 ? ~magnitude : magnitude, size);
      run = 0;
    }
    if (run > 0 && ++emptyBlocks == LONGEST_RUN) {
      restart(tokens);
    }
  }
}
