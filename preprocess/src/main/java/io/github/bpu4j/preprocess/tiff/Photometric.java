// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

import io.github.bpu4j.preprocess.ImageDecodeException;

/** What the samples of a pixel mean. */
enum Photometric {
  WHITE_IS_ZERO(1),
  BLACK_IS_ZERO(1),
  RGB(3),
  PALETTE(1),
  CMYK(4),
  YCBCR(3);

  private final int colors;

  Photometric(int colors) {
    this.colors = colors;
  }

  static Photometric of(TiffDirectory directory) throws ImageDecodeException {
    if (!directory.has(TiffTag.PHOTOMETRIC)) {
      throw new ImageDecodeException(
          "damaged TIFF: it does not say what its samples mean (tag %d)"
              .formatted(TiffTag.PHOTOMETRIC));
    }
    long tag = directory.value(TiffTag.PHOTOMETRIC, 0L);
    return switch ((int) Math.min(tag, Integer.MAX_VALUE)) {
      case 0 -> WHITE_IS_ZERO;
      case 1 -> BLACK_IS_ZERO;
      case 2 -> RGB;
      case 3 -> PALETTE;
      case 5 -> cmyk(directory);
      case 6 -> YCBCR;
      default ->
          throw new ImageDecodeException(
              "unsupported TIFF: photometric interpretation %d%s, expected 0 to 3, 5 or 6"
                  .formatted(tag, tag == 8 || tag == 9 ? " (CIE L*a*b*)" : ""));
    };
  }

  private static Photometric cmyk(TiffDirectory directory) throws ImageDecodeException {
    long inks = directory.value(TiffTag.INK_SET, 1L);
    if (inks != 1) {
      throw new ImageDecodeException(
          "unsupported TIFF: ink set %d, expected 1 (CMYK)".formatted(inks));
    }
    return CMYK;
  }

  void require(int bits, int samples, boolean isSeparate) throws ImageDecodeException {
    boolean isSound =
        switch (this) {
          case WHITE_IS_ZERO, BLACK_IS_ZERO -> samples == 1 || (samples == 2 && bits >= 8);
          case PALETTE -> bits <= 8 && (samples == 1 || (samples == 2 && bits == 8));
          case RGB -> bits >= 8 && (samples == 3 || samples == 4);
          case CMYK -> bits == 8 && samples == 4;
          case YCBCR -> bits == 8 && samples == 3;
        };
    if (!isSound || (isSeparate && samples < colors)) {
      throw new ImageDecodeException(
          "unsupported TIFF: %s of %d samples of %d bits".formatted(this, samples, bits));
    }
  }
}
