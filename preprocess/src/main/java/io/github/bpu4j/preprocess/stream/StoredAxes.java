// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.stream;

import io.github.bpu4j.preprocess.pixels.Orientation;
import io.github.bpu4j.preprocess.placement.Placement;
import io.github.bpu4j.preprocess.placement.Scaling;

/**
 * The axes of a resize as a picture is stored, before its orientation is applied.
 *
 * @param columns scaling along stored rows
 * @param rows scaling across stored rows
 * @param mirrorColumns whether the target's columns run against the stored ones
 * @param mirrorRows whether the target's rows run against the stored ones
 */
record StoredAxes(Scaling columns, Scaling rows, boolean mirrorColumns, boolean mirrorRows) {
  /** Returns the axes of a placement in a target that is transposed as the picture is. */
  static StoredAxes of(Placement placement, Orientation orientation) {
    boolean isTransposed = orientation.isTransposed();
    return new StoredAxes(
        placement.columns(),
        placement.rows(),
        isTransposed ? orientation.mirrorsRows() : orientation.mirrorsColumns(),
        isTransposed ? orientation.mirrorsColumns() : orientation.mirrorsRows());
  }
}
