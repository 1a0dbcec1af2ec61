// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.util.Arrays;

/** Unpacks PackBits: a count, then so many bytes, or one byte to repeat. */
final class PackBits {
  private static final int NOTHING = -128;

  /** What may follow the last row: the padding of a writer. */
  private static final int PADDING = 2;

  private PackBits() {}

  static byte[] unpack(byte[] packed, int length) throws ImageDecodeException {
    byte[] out = new byte[length];
    int at = 0;
    int count = 0;
    while (count < length) {
      int head = at < packed.length ? packed[at++] : NOTHING;
      int run = head >= 0 ? head + 1 : head == NOTHING ? 0 : 1 - head;
      int stored = head >= 0 ? run : run == 0 ? 0 : 1;
      if (run > length - count
          || at + stored > packed.length
          || (run == 0 && at == packed.length)) {
        throw damaged(count, length);
      }
      if (head >= 0) {
        System.arraycopy(packed, at, out, count, run);
      } else if (run > 0) {
        Arrays.fill(out, count, count + run, packed[at]);
      }
      at += stored;
      count += run;
    }
    if (packed.length - at > PADDING) {
      throw damaged(count, length);
    }
    return out;
  }

  private static ImageDecodeException damaged(int count, int length) {
    return new ImageDecodeException(
        "damaged TIFF: a PackBits strip ends or goes on at byte %d of %d; fetch the file again"
            .formatted(count, length));
  }
}
