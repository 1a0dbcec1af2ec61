// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

/**
 * The eight orientations of a stored picture, in the order of EXIF's values 1..8.
 *
 * <p>Each is an optional transposition, then an optional mirroring of columns, then one of rows.
 */
public enum Orientation {
  /** 1: stored upright. */
  UPRIGHT(false, false, false),
  /** 2: left and right are exchanged. */
  MIRRORED(false, true, false),
  /** 3: to be rotated by 180 degrees. */
  UPSIDE_DOWN(false, true, true),
  /** 4: top and bottom are exchanged. */
  FLIPPED(false, false, true),
  /** 5: rows and columns are exchanged. */
  TRANSPOSED(true, false, false),
  /** 6: to be rotated clockwise by 90 degrees. */
  CLOCKWISE_90(true, true, false),
  /** 7: mirrored at the diagonal from the bottom left to the top right. */
  TRANSVERSED(true, true, true),
  /** 8: to be rotated clockwise by 270 degrees. */
  CLOCKWISE_270(true, false, true);

  final boolean transpose;
  final boolean mirrorColumns;
  final boolean mirrorRows;

  Orientation(boolean transpose, boolean mirrorColumns, boolean mirrorRows) {
    this.transpose = transpose;
    this.mirrorColumns = mirrorColumns;
    this.mirrorRows = mirrorRows;
  }

  /** Returns whether rows and columns are exchanged. */
  public boolean isTransposed() {
    return transpose;
  }

  /** Returns whether columns of the upright picture run from right to left as stored. */
  public boolean mirrorsColumns() {
    return mirrorColumns;
  }

  /** Returns whether rows of the upright picture run from bottom to top as stored. */
  public boolean mirrorsRows() {
    return mirrorRows;
  }

  /**
   * Returns the orientation of an EXIF value; values other than 1..8 mean upright, as in other
   * readers.
   *
   * @param value value of the tag 0x0112
   * @return the orientation
   */
  public static Orientation ofExif(int value) {
    return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
  }
}
