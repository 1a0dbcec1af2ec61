// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

/**
 * How many samples each component has in an MCU: horizontally, vertically, component by component.
 */
enum Sampling {
  GRAY("gray", "11"),
  S444("444", "111111"),
  S422("422", "211111"),
  S420("420", "221111"),
  S440("440", "121111"),
  /** A lone component's factors cancel out. */
  GRAY_2X2("gray-2x2", "22"),
  /** 4:4:4, 4:2:2 and 4:4:0 with factors that have a common divisor, as some cameras write them. */
  S444_WIDE("444-2x1", "212121"),
  S444_TALL("444-1x2", "121212"),
  S422_TALL("422-2x2", "221212"),
  S440_WIDE("440-2x2", "222121"),
  S411("411", "411111"),
  S410("410", "421111"),
  S441("441", "141111"),
  CHROMA_WIDER("chroma-wider", "112121"),
  CHROMA_TALLER("chroma-taller", "111212"),
  CHROMA_UNLIKE("chroma-unlike", "222112"),
  CHROMA_ONE_FULL("chroma-one-full", "221122"),
  /** Three luma samples for two of chroma, which libjpeg cannot do. */
  FRACTIONAL("fractional", "312121"),
  CMYK("cmyk", "11111111"),
  CMYK_SUBSAMPLED("cmyk-420", "22111122");

  private final String label;

  /** A digit each: horizontal, vertical, component by component. */
  private final String factors;

  Sampling(String label, String factors) {
    this.label = label;
    this.factors = factors;
  }

  int components() {
    return factors.length() / 2;
  }

  int horizontal(int component) {
    return (factors.charAt(2 * component) - '0');
  }

  int vertical(int component) {
    return (factors.charAt(2 * component + 1) - '0');
  }

  int maxHorizontal() {
    return most(0);
  }

  int maxVertical() {
    return most(1);
  }

  private int most(int from) {
    int most = 1;
    for (int i = from; i < factors.length(); i += 2) {
      most = Math.max(most, (factors.charAt(i) - '0'));
    }
    return most;
  }

  /** The factor pair of a component as a frame header holds it. */
  int packed(int component) {
    return (horizontal(component) << 4) | vertical(component);
  }

  @Override
  public String toString() {
    return label;
  }
}
