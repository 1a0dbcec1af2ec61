// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/**
 * A rectangle in a picture, in pixels from its top-left corner.
 *
 * @param x first column, 0 or more
 * @param y first row, 0 or more
 * @param width number of columns, 1 or more
 * @param height number of rows, 1 or more
 * @since 0.1.0
 */
public record Region(int x, int y, int width, int height) {
  /** Requires valid signs; the bounds of a picture are checked by {@link ImageFrame#crop}. */
  public Region {
    if (x < 0 || y < 0 || width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a region needs x, y >= 0 and width, height >= 1, got %d,%d,%d,%d"
              .formatted(x, y, width, height));
    }
  }
}
