// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

import io.github.bpu4j.preprocess.Region;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.Objects;

/**
 * A camera frame: a luma plane, and two chroma planes of half its size on one or both axes.
 *
 * @param y luma
 * @param u the blue difference
 * @param v the red difference, of the same size as {@code u}
 * @param range FULL or VIDEO
 */
public record YuvPixels(Plane y, Plane u, Plane v, YuvRange range) implements Pixels {
  /** Requires a range that is known. */
  public YuvPixels {
    Objects.requireNonNull(range, "range");
    if (range == YuvRange.AUTO) {
      throw new IllegalArgumentException(
          "a camera frame needs the range FULL or VIDEO, got AUTO; name the camera's range");
    }
  }

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
          ("region %d,%d,%d,%d splits a chroma sample; in this camera frame x and width must be"
                  + " multiples of %d, y and height of %d")
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

  /** Returns whether U and V are adjacent bytes, so that they can be resized together. */
  public boolean hasPairedChroma() {
    return Math.abs(u.origin() - v.origin()) == 1
        && u.columnStep() == v.columnStep()
        && u.rowStep() == v.rowStep();
  }

  /** Returns the number of luma columns per chroma sample: 1 or 2. */
  public int columnsPerChroma() {
    return y.width() / u.width();
  }

  /** Returns the number of luma rows per chroma sample: 1 or 2. */
  public int rowsPerChroma() {
    return y.height() / u.height();
  }
}
