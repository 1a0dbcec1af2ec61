// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

/**
 * One more bit of a band: for coefficients known before a correction bit, for new ones a symbol
 * (annex G.1.2.3). The bits of blocks without new ones wait behind the run that counts those
 * blocks.
 */
final class RefiningAc implements BlockCoder {
  private static final int LONGEST_RUN = 0x7FFF;

  private final Coding.Scan scan;
  private final int table;
  private final StringBuilder waiting = new StringBuilder();
  private final StringBuilder corrections = new StringBuilder();
  private int emptyBlocks;

  RefiningAc(Coding.Scan scan) {
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
      say(waiting, tokens);
    }
  }

  @Override
  public void block(int component, Blocks blocks, int at, Tokens tokens) {
    int lastNew = lastNew(blocks, at);
    int run = 0;
    for (int k = scan.first(); k <= scan.last(); k++) {
      int value = blocks.value(at, k);
      int magnitude = Math.abs(value) >> scan.low();
      if (magnitude == 0) {
        run++;
        continue;
      }
      for (; run > 15 && k <= lastNew; run -= 16) {
        restart(tokens);
        tokens.symbol(table, 0xF0);
        say(corrections, tokens);
      }
      if (magnitude > 1) {
        corrections.append((char) ('0' + (magnitude & 1)));
        continue;
      }
      restart(tokens);
      tokens.symbol(table, (run << 4) | 1);
      tokens.bits(value < 0 ? 0 : 1, 1);
      say(corrections, tokens);
      run = 0;
    }
    endBlock(run, tokens);
  }

  private void endBlock(int run, Tokens tokens) {
    if (run > 0 || corrections.length() > 0) {
      waiting.append(corrections);
      corrections.setLength(0);
      if (++emptyBlocks == LONGEST_RUN) {
        restart(tokens);
      }
    }
  }

  private int lastNew(Blocks blocks, int at) {
    for (int k = scan.last(); k >= scan.first(); k--) {
      if (Math.abs(blocks.value(at, k)) >> scan.low() == 1) {
        return k;
      }
    }
    return 0;
  }

  private static void say(StringBuilder bits, Tokens tokens) {
    for (int i = 0; i < bits.length(); i++) {
      tokens.bits(bits.charAt(i) - '0', 1);
    }
    bits.setLength(0);
  }
}
