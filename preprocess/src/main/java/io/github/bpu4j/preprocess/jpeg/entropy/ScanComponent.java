// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;

/** What the blocks of a component in a sequential scan are read by, and its last DC value. */
final class ScanComponent {
  /** Codes and steps, as {@link AcTable} says. */
  long[] ac = {};

  private HuffmanTable dc = new HuffmanTable(false);
  private int[] dcLookup = {};
  private int predicted;

  /** Starts a scan. */
  void open(HuffmanTable dcTable, long[] acTable) {
    dc = dcTable;
    dcLookup = dcTable.lookup();
    ac = acTable;
    restart();
  }

  /** Resets the DC prediction. */
  void restart() {
    predicted = 0;
  }

  /** Finds the DC code at the left end of a buffer, as {@link HuffmanTable#find} gives it. */
  int dcCode(long w) throws ImageDecodeException {
    int code = dcLookup[(int) (w >>> HuffmanTable.SHIFT)];
    return code != 0 ? code : dc.slowSymbol(w);
  }

  /** Returns the DC coefficient by the value behind its code. */
  int dcValue(long w, int code) {
    predicted += Values.of(w << code, code >>> 8 & 15);
    return predicted;
  }
}
