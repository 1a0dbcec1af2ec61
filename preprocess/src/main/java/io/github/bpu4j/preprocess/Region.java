// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/**
 * A rectangle of a picture, in pixels from its top-left corner.
 *
 * @param x columns left of it, 0 or more
 * @param y rows above it, 0 or more
 * @param width columns, 1 or more
 * @param height rows, 1 or more
 */
public record Region(int x, int y, int width, int height) {
  /** Checks the signs; whether it lies in a picture is checked where it is used. */
  public Region {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a region needs x, y >= 0 and width, height >= 1, got %d,%d,%d,%d"
              .formatted(x, y, width, height));
    }
  }
}
