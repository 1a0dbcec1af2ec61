// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/** A turn of the picture by quarters, clockwise. */
public enum Rotation {
  /** As it is. */
  NONE,
  /** A quarter to the right: the top edge becomes the right one. */
  CLOCKWISE_90,
  /** Upside down. */
  CLOCKWISE_180,
  /** Three quarters to the right, that is one to the left. */
  CLOCKWISE_270;

  /**
   * Finds the rotation of 0, 90, 180 or 270 degrees.
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
}
