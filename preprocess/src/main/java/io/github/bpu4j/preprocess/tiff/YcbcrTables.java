// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

/**
 * Y, Cb, Cr to red, green and blue with 16 bits of fraction, as libtiff's {@code TIFFYCbCrToRGB}
 * computes it from the file's coefficients and reference levels.
 */
final class YcbcrTables {
  private static final int SHIFT = 16;
  private static final int HALF = 1 << (SHIFT - 1);
  private static final float[] BT601 = {0.299f, 0.587f, 0.114f};
  private static final float[] FULL_RANGE = {0, 255, 128, 255, 128, 255};
  private static final float LARGEST = 128f * 64;

  private final int[] luma = new int[256];
  private final int[] crToRed = new int[256];
  private final int[] crToGreen = new int[256];
  private final int[] cbToGreen = new int[256];
  private final int[] cbToBlue = new int[256];

  YcbcrTables(TiffDirectory directory) {
    float[] weights = fractions(directory, TiffTag.YCBCR_COEFFICIENTS, BT601);
    float[] levels = fractions(directory, TiffTag.REFERENCE_BLACK_WHITE, FULL_RANGE);
    float red = 2 - 2 * weights[0];
    float blue = 2 - 2 * weights[2];
    int d1 = fixed(red);
    int d2 = -fixed(weights[0] * red / weights[1]);
    int d3 = fixed(blue);
    int d4 = -fixed(weights[2] * blue / weights[1]);
    for (int i = 0; i < 256; i++) {
      int cr = code(i - 128, levels[4] - 128, levels[5] - 128, 127);
      int cb = code(i - 128, levels[2] - 128, levels[3] - 128, 127);
      luma[i] = code(i, levels[0], levels[1], 255);
      crToRed[i] = (d1 * cr + HALF) >> SHIFT;
      cbToBlue[i] = (d3 * cb + HALF) >> SHIFT;
      crToGreen[i] = d2 * cr;
      cbToGreen[i] = d4 * cb + HALF;
    }
  }

  private static float[] fractions(TiffDirectory directory, int tag, float[] missing) {
    if (directory.fractions(tag) < missing.length) {
      return missing;
    }
    float[] values = new float[missing.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = directory.fraction(tag, i);
    }
    return values;
  }

  private static int fixed(float value) {
    float bounded = value >= 0 ? Math.min(value, 2) : 0;
    return (int) (bounded * (1 << SHIFT) + 0.5);
  }

  private static int code(int value, float black, float white, float range) {
    float span = white - black == 0 ? 1 : white - black;
    float code = (value - (int) black) * range / span;
    return (int) Math.max(-LARGEST, Math.min(code, LARGEST));
  }

  void convert(int y, int cb, int cr, byte[] rgb, int at) {
    rgb[at] = clamp(luma[y] + crToRed[cr]);
    rgb[at + 1] = clamp(luma[y] + ((cbToGreen[cb] + crToGreen[cr]) >> SHIFT));
    rgb[at + 2] = clamp(luma[y] + cbToBlue[cb]);
  }

  private static byte clamp(int value) {
    return (byte) Math.max(0, Math.min(value, 255));
  }
}
