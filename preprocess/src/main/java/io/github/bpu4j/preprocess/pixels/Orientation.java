// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

/**
 * The eight ways to look at a rectangle of pixels, numbered 1..8 as EXIF does.
 *
 * <p>Each is a transposition, then a mirroring of columns, then one of rows.
 */
public enum Orientation {
  /** 1: as it is. */
  UPRIGHT(false, false, false),
  /** 2: left and right change places. */
  MIRRORED(false, true, false),
  /** 3: turned by 180 degrees. */
  UPSIDE_DOWN(false, true, true),
  /** 4: top and bottom change places. */
  FLIPPED(false, false, true),
  /** 5: rows become columns. */
  TRANSPOSED(true, false, false),
  /** 6: to be turned clockwise by 90 degrees. */
  CLOCKWISE_90(true, true, false),
  /** 7: mirrored at the other diagonal. */
  TRANSVERSED(true, true, true),
  /** 8: to be turned clockwise by 270 degrees. */
  CLOCKWISE_270(true, false, true);

  final boolean transpose;
  final boolean mirrorColumns;
  final boolean mirrorRows;

  Orientation(boolean transpose, boolean mirrorColumns, boolean mirrorRows) {
    this.transpose = transpose;
    this.mirrorColumns = mirrorColumns;
    this.mirrorRows = mirrorRows;
  }

  /**
   * Reads an EXIF value; what is not 1..8 means upright, as other readers take it.
   *
   * @param value of the tag 0x0112
   * @return the orientation
   */
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }
}
