// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.pixels.Orientation;
import java.util.Arrays;

/** Reads the orientation in an EXIF block of a PNG or WebP, as that of a JPEG is read. */
final class ExifOrientation {
  private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};

  private ExifOrientation() {}

  /** Reads an EXIF block, with or without the prefix {@code Exif\0\0}. */
  static Orientation of(byte[] exif) {
    int from = startsWithPrefix(exif) ? PREFIX.length : 0;
    return Orientation.ofExif(
        io.github.bpu4j.preprocess.jpeg.entropy.ExifOrientation.of(exif, from, exif.length));
  }

  private static boolean startsWithPrefix(byte[] exif) {
    return exif.length >= PREFIX.length
        && Arrays.equals(exif, 0, PREFIX.length, PREFIX, 0, PREFIX.length);
  }
}
