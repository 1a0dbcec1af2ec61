// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

/** Unsigned numbers of a file, the most significant byte first. */
final class Bytes {
  private Bytes() {}

  static int u8(byte[] bytes, int at) {
    return bytes[at] & 0xFF;
  }

  static int u16(byte[] bytes, int at) {
    return u8(bytes, at) << 8 | u8(bytes, at + 1);
  }

  /** Returns the upper four bits of a byte. */
  static int high(byte[] bytes, int at) {
    return u8(bytes, at) >> 4;
  }

  /** Returns the lower four bits of a byte. */
  static int low(byte[] bytes, int at) {
    return bytes[at] & 15;
  }
}
