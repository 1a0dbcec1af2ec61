// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;

/**
 * What a scan holds (T.81, B.2.3): which components, by which tables, and of a progressive picture
 * which coefficients to which bit.
 *
 * <p>In a sequential picture the last three bytes mean nothing, and phones have filled them with
 * anything.
 */
final class ScanHeader {
  private static final int LAST = 63;
  private static final int LOWEST_BIT = 13;

  /** The components in the order of the scan, by their index in the frame. */
  final int[] component = new int[JpegHeader.MOST_COMPONENTS];

  final int[] dcTable = new int[JpegHeader.MOST_COMPONENTS];
  final int[] acTable = new int[JpegHeader.MOST_COMPONENTS];
  private int components;
  private int first;
  private int last;
  private int before;
  private int bit;

  /** Returns the number of components in the scan. */
  int components() {
    return components;
  }

  /** Returns the first coefficient, in zigzag order. */
  int first() {
    return first;
  }

  /** Returns the last coefficient, in zigzag order. */
  int last() {
    return last;
  }

  /** Returns the lowest bit that earlier scans brought; 0 if this is the first. */
  int before() {
    return before;
  }

  /** Returns the lowest bit that this scan brings. */
  int bit() {
    return bit;
  }

  void read(byte[] bytes, int from, int to, JpegHeader header) throws ImageDecodeException {
    if (header.components() == 0) {
      throw Damage.of("its first scan comes before the frame header");
    }
    components = to > from ? Bytes.u8(bytes, from) : 0;
    if (components < 1 || components > header.components() || to - from != 4 + 2 * components) {
      throw Damage.of(
          "a scan header of %d bytes holds %d components of %d"
              .formatted(to - from, components, header.components()));
    }
    for (int i = 0; i < components; i++) {
      readComponent(bytes, from + 1 + 2 * i, i, header);
    }
    first = 0;
    last = LAST;
    before = 0;
    bit = 0;
    if (header.isProgressive()) {
      readProgression(bytes, to - 3);
    }
  }

  private void readComponent(byte[] bytes, int at, int i, JpegHeader header)
      throws ImageDecodeException {
    int c = 0;
    while (c < header.components() && (header.id[c] != Bytes.u8(bytes, at) || isInScan(c, i))) {
      c++;
    }
    dcTable[i] = Bytes.high(bytes, at + 1);
    acTable[i] = Bytes.low(bytes, at + 1);
    if (c == header.components() || dcTable[i] >= Tables.COUNT || acTable[i] >= Tables.COUNT) {
      throw Damage.of(
          "a scan names component %d with tables %d and %d"
              .formatted(Bytes.u8(bytes, at), dcTable[i], acTable[i]));
    }
    component[i] = c;
  }

  private boolean isInScan(int c, int count) {
    for (int i = 0; i < count; i++) {
      if (component[i] == c) {
        return true;
      }
    }
    return false;
  }

  private void readProgression(byte[] bytes, int at) throws ImageDecodeException {
    first = Bytes.u8(bytes, at);
    last = Bytes.u8(bytes, at + 1);
    before = Bytes.high(bytes, at + 2);
    bit = Bytes.low(bytes, at + 2);
    boolean isBand = first == 0 ? last == 0 : components == 1 && first <= last && last <= LAST;
    if (!isBand || bit > LOWEST_BIT || (before != 0 && before != bit + 1)) {
      throw Damage.of(
          "a scan of %d components holds coefficients %d to %d, bit %d after %d"
              .formatted(components, first, last, bit, before));
    }
  }
}
