// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

import io.github.bpu4j.preprocess.Region;
import io.github.bpu4j.preprocess.YuvRange;

/**
 * A camera's picture: a luma plane and two chroma planes of half its size on one or both axes.
 *
 * @param y luma
 * @param u the blue difference
 * @param v the red difference, of the same size as {@code u}
 * @param range which numbers stand for black and white: FULL or VIDEO
 */
public record YuvPixels(Plane y, Plane u, Plane v, YuvRange range) implements Pixels {
  @Override
  public int width() {
    return y.width();
  }

  @Override
  public int height() {
    return y.height();
  }

  @Override
  public YuvPixels crop(Region region) {
    Plane luma = y.crop(region);
    int columns = columnsPerChroma();
    int rows = rowsPerChroma();
    if (((region.x() | region.width()) & (columns - 1)) != 0
        || ((region.y() | region.height()) & (rows - 1)) != 0) {
      throw new IllegalArgumentException(
          ("region %d,%d,%d,%d cuts a chroma sample in two; in this camera frame x and width must"
                  + " be multiples of %d, y and height of %d")
              .formatted(region.x(), region.y(), region.width(), region.height(), columns, rows));
    }
    Region chroma =
        new Region(
            region.x() / columns,
            region.y() / rows,
            region.width() / columns,
            region.height() / rows);
    return new YuvPixels(luma, u.crop(chroma), v.crop(chroma), range);
  }

  @Override
  public YuvPixels turn(Orientation orientation) {
    return new YuvPixels(y.turn(orientation), u.turn(orientation), v.turn(orientation), range);
  }

  /** Whether U and V are neighbors everywhere, so that they can be resized at once. */
  public boolean hasPairedChroma() {
    return Math.abs(u.origin() - v.origin()) == 1
        && u.columnStep() == v.columnStep()
        && u.rowStep() == v.rowStep();
  }

  /** Columns of luma that share a chroma sample: 1 or 2. */
  public int columnsPerChroma() {
    return y.width() / u.width();
  }

  /** Rows of luma that share a chroma sample: 1 or 2. */
  public int rowsPerChroma() {
    return y.height() / u.height();
  }
}
