// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import java.util.Arrays;

/** A file that grows: bytes, numbers of two bytes with the higher first, markers. */
final class Bytes {
  private byte[] bytes = new byte[1 << 14];
  private int count;

  void u8(int value) {
    if (count == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * count);
    }
    bytes[count++] = (byte) value;
  }

  void u16(int value) {
    u8(value >> 8);
    u8(value);
  }

  void all(int... values) {
    for (int value : values) {
      u8(value);
    }
  }

  void ascii(String text) {
    text.chars().forEach(this::u8);
  }

  void marker(int code) {
    u8(0xFF);
    u8(code);
  }

  /** Starts a segment with this many bytes of content. */
  void segment(int code, int content) {
    marker(code);
    u16(content + 2);
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, count);
  }
}
