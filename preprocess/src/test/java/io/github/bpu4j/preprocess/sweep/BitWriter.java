// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

/** Packs bits into bytes, highest first, with a zero after each byte of ones. */
final class BitWriter {
  private final Bytes out;
  private int kept;
  private int length;

  BitWriter(Bytes out) {
    this.out = out;
  }

  /** Writes up to 16 bits. */
  void write(int value, int bits) {
    kept = (kept << bits) | value;
    length += bits;
    while (length >= 8) {
      length -= 8;
      int next = (kept >> length) & 0xFF;
      out.u8(next);
      if (next == 0xFF) {
        out.u8(0);
      }
    }
    kept &= (1 << length) - 1;
  }

  /** Ends the byte with ones. */
  void fill() {
    if (length > 0) {
      int missing = 8 - length;
      write((1 << missing) - 1, missing);
    }
  }
}
