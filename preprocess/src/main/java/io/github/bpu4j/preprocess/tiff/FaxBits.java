// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

/** Bits of a fax, the highest of a byte first; behind the last one there are zeros. */
final class FaxBits {
  private static final int FEWEST_ZEROS = 11;

  private final byte[] bytes;
  private long at;

  FaxBits(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns the next bits, at most 16, without moving. */
  int peek(int count) {
    int first = (int) (at >> 3);
    int window = (byteAt(first) << 16) | (byteAt(first + 1) << 8) | byteAt(first + 2);
    return (window >> (24 - (int) (at & 7) - count)) & ((1 << count) - 1);
  }

  private int byteAt(int index) {
    return index < bytes.length ? bytes[index] & 0xFF : 0;
  }

  void skip(int count) {
    at += count;
  }

  int next(int count) {
    int bits = peek(count);
    at += count;
    return bits;
  }

  /** Moves to the next whole byte. */
  void align() {
    at = (at + 7) & ~7L;
  }

  /** Returns how many bits are left, less than none when more were read than there are. */
  long left() {
    return 8L * bytes.length - at;
  }

  /** Whether the mark of a row is next: eleven zeros or more, and a one. */
  boolean atMark() {
    return peek(FEWEST_ZEROS) == 0 && zeros() < left();
  }

  void skipMark() {
    at += zeros() + 1;
  }

  boolean isZeroToEnd() {
    return zeros() >= left();
  }

  private long zeros() {
    long end = at;
    while (end < 8L * bytes.length && (bytes[(int) (end >> 3)] & (0x80 >> (end & 7))) == 0) {
      end++;
    }
    return end - at;
  }
}
