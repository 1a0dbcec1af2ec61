// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import io.github.bpu4j.preprocess.pixels.Orientation;

/**
 * Clockwise rotation by a multiple of 90 degrees.
 *
 * @since 0.1.0
 */
public enum Rotation {
  /** No rotation. */
  NONE,
  /** A quarter turn: the top edge becomes the right edge. */
  CLOCKWISE_90,
  /** A half turn. */
  CLOCKWISE_180,
  /** Three quarter turns: the top edge becomes the left edge. */
  CLOCKWISE_270;

  /**
   * Returns the rotation by 0, 90, 180 or 270 degrees.
   *
   * @param degrees clockwise
   * @return the rotation
   * @throws IllegalArgumentException for other angles
   */
  public static Rotation ofDegrees(int degrees) {
    return switch (degrees) {
      case 0 -> NONE;
      case 90 -> CLOCKWISE_90;
      case 180 -> CLOCKWISE_180;
      case 270 -> CLOCKWISE_270;
      default ->
          throw new IllegalArgumentException(
              "rotation is 0, 90, 180 or 270 degrees clockwise, got " + degrees);
    };
  }

  Orientation orientation() {
    return switch (this) {
      case NONE -> Orientation.UPRIGHT;
      case CLOCKWISE_90 -> Orientation.CLOCKWISE_90;
      case CLOCKWISE_180 -> Orientation.UPSIDE_DOWN;
      case CLOCKWISE_270 -> Orientation.CLOCKWISE_270;
    };
  }
}
