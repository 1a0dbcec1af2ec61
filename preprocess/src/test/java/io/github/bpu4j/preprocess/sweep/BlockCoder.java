// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

/** Turns the blocks of one scan, in its order, into tokens. */
interface BlockCoder {
  /** Says what a block has in this scan. */
  void block(int component, Blocks blocks, int at, Tokens tokens);

  /** Says what is held back, and forgets what came before. */
  void restart(Tokens tokens);

  /** The number of bits of a number without its sign. */
  static int size(int value) {
    return 32 - Integer.numberOfLeadingZeros(Math.abs(value));
  }

  static BlockCoder of(Coding coding, Coding.Scan scan) {
    if (!coding.isProgressive()) {
      return new SequentialScan();
    }
    if (scan.first() == 0) {
      return new ProgressiveDc(scan);
    }
    return scan.high() == 0 ? new ProgressiveAc(scan) : new RefiningAc(scan);
  }
}
