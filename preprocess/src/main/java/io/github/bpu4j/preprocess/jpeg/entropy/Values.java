// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

/**
 * The values behind codes (T.81, F.2.2.1): as many bits as their size says, where those that begin
 * with 0 are negative: {@code bits - (1 << size) + 1}.
 */
final class Values {
  private Values() {}

  /** Returns the value at the left end of a buffer. */
  static int of(long w, int size) {
    return without(w, 63 - size);
  }

  /**
   * Returns the value at the left end of a buffer, given 63 minus its size, which spares a step.
   */
  static int without(long w, int others) {
    int sign = (int) (~w >> 63);
    return ((int) (((w ^ sign) >>> 1) >>> others) ^ sign) - sign;
  }
}
