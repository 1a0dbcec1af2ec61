// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.util.Arrays;

/**
 * Which bits of which coefficients the scans have brought (T.81, G.1.1.1).
 *
 * <p>Decoders show a picture of any scans, guessing what is missing. Here every coefficient must
 * come once, then each of its lower bits in turn, down to the last.
 */
final class Progression {
  private static final int NOTHING = -1;

  private final int[][] bits = new int[JpegHeader.MOST_COMPONENTS][Zigzag.SIZE];

  void clear() {
    for (int[] component : bits) {
      Arrays.fill(component, NOTHING);
    }
  }

  /** Returns whether an earlier scan contained this component. */
  boolean isBegun(int component) {
    return bits[component][0] != NOTHING;
  }

  /** Adds a scan, which must follow from those before. */
  void add(ScanHeader scan) throws ImageDecodeException {
    for (int i = 0; i < scan.components(); i++) {
      int c = scan.component[i];
      if (scan.first() > 0 && !isBegun(c)) {
        throw Damage.of("a scan of component %d comes before its DC coefficients".formatted(c));
      }
      int expected = scan.before() == 0 ? NOTHING : scan.before();
      for (int k = scan.first(); k <= scan.last(); k++) {
        if (bits[c][k] != expected) {
          throw Damage.of(
              "a scan brings bit %d of coefficient %d of component %d after bit %d (-1: none)"
                  .formatted(scan.bit(), k, c, bits[c][k]));
        }
        bits[c][k] = scan.bit();
      }
    }
  }

  /** Requires that nothing is missing. */
  void requireComplete(int components) throws ImageDecodeException {
    for (int c = 0; c < components; c++) {
      for (int k = 0; k < Zigzag.SIZE; k++) {
        if (bits[c][k] != 0) {
          throw Damage.of(
              "coefficient %d of component %d is missing or lacks lower bits; fetch the file again"
                  .formatted(k, c));
        }
      }
    }
  }
}
