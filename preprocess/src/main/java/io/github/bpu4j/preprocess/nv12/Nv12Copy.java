// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.pixels.Plane;
import io.github.bpu4j.preprocess.pixels.YuvPixels;

/**
 * Copies the rows of an NV12 frame that already has the size and range of the target.
 *
 * <p>No interpolation changes a picture of equal size, so resizing would give the same bytes.
 */
final class Nv12Copy {
  private Nv12Copy() {}

  /** Returns whether the frame is upright NV12 of the target's size, in the target's range. */
  static boolean applies(YuvPixels source, Preprocessing settings, Nv12Buffer target) {
    Plane y = source.y();
    Plane u = source.u();
    return settings.fit() != Fit.CENTER_CROP
        && source.range() == settings.range()
        && y.width() == target.width()
        && y.height() == target.height()
        && u.height() == target.height() / 2
        && y.columnStep() == 1
        && u.columnStep() == 2
        && source.hasPairedChroma()
        && u.origin() + 1 == source.v().origin();
  }

  static void copy(YuvPixels source, Nv12Buffer target) {
    copy(source.y(), 1, target, 0);
    copy(source.u(), 2, target, target.height());
  }

  /** Copies all rows at once where neither side has gaps between them. */
  private static void copy(Plane plane, int step, Nv12Buffer target, int firstRow) {
    int rowBytes = plane.width() * step;
    int pitch = target.rowPitch();
    boolean gapless = plane.rowStep() == rowBytes && pitch == rowBytes;
    int rows = gapless ? 1 : plane.height();
    int length = gapless ? rowBytes * plane.height() : rowBytes;
    for (int row = 0; row < rows; row++) {
      target.bytes().put((firstRow + row) * pitch, plane.bytes(), plane.index(0, row), length);
    }
  }
}
