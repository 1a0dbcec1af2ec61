// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.placement;

import io.github.bpu4j.preprocess.Fit;

/**
 * The position of the resized picture in the target: its columns and rows, and the bars around it.
 *
 * <p>Compared by identity: tables computed for one placement are valid for that object only.
 */
public final class Placement {
  /** CENTER_CROP enlarges the target by this ratio and cuts the middle: 256 / 224. */
  private static final double CROP_BOX = 256.0 / 224.0;

  private final Scaling columns;
  private final Scaling rows;
  private final int left;
  private final int top;

  private Placement(Scaling columns, Scaling rows, int left, int top) {
    this.columns = columns;
    this.rows = rows;
    this.left = left;
    this.top = top;
  }

  /**
   * Places a picture.
   *
   * @param fit kind of placement
   * @param width of the picture
   * @param height of the picture
   * @param targetWidth of the target
   * @param targetHeight of the target
   * @return the placement
   * @throws IllegalArgumentException when the picture is so elongated that a side becomes 0
   */
  public static Placement of(Fit fit, int width, int height, int targetWidth, int targetHeight) {
    return switch (fit) {
      case STRETCH ->
          new Placement(
              new Scaling(width, targetWidth, 0, targetWidth),
              new Scaling(height, targetHeight, 0, targetHeight),
              0,
              0);
      case LETTERBOX -> letterbox(width, height, targetWidth, targetHeight);
      case CENTER_CROP -> centerCrop(width, height, targetWidth, targetHeight);
    };
  }

  private static Placement letterbox(int width, int height, int targetWidth, int targetHeight) {
    double scale = Math.min((double) targetWidth / width, (double) targetHeight / height);
    int scaledWidth = (int) (width * scale);
    int scaledHeight = (int) (height * scale);
    if (scaledWidth == 0 || scaledHeight == 0) {
      throw new IllegalArgumentException(
          ("a picture of %dx%d is too elongated for a letterbox of %dx%d: one side becomes 0 pixels;"
                  + " use STRETCH or CENTER_CROP, or crop it first")
              .formatted(width, height, targetWidth, targetHeight));
    }
    return new Placement(
        new Scaling(width, scaledWidth, 0, scaledWidth),
        new Scaling(height, scaledHeight, 0, scaledHeight),
        (targetWidth - scaledWidth) / 2,
        (targetHeight - scaledHeight) / 2);
  }

  private static Placement centerCrop(int width, int height, int targetWidth, int targetHeight) {
    long boxWidth = Math.round(targetWidth * CROP_BOX);
    long boxHeight = Math.round(targetHeight * CROP_BOX);
    double scaledWidth = boxWidth;
    double scaledHeight = boxHeight;
    if (width * boxHeight <= height * boxWidth) {
      scaledHeight = (double) (boxWidth * height) / width;
    } else {
      scaledWidth = (double) (boxHeight * width) / height;
    }
    if (scaledWidth > Integer.MAX_VALUE || scaledHeight > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a picture of %dx%d is too elongated for a center crop of %dx%d; crop it first"
              .formatted(width, height, targetWidth, targetHeight));
    }
    return new Placement(
        middle(width, (int) scaledWidth, targetWidth),
        middle(height, (int) scaledHeight, targetHeight),
        0,
        0);
  }

  private static Scaling middle(int source, int scaled, int count) {
    return new Scaling(source, scaled, (int) Math.rint((scaled - count) / 2.0), count);
  }

  /** Returns the horizontal axis. */
  public Scaling columns() {
    return columns;
  }

  /** Returns the vertical axis. */
  public Scaling rows() {
    return rows;
  }

  /** Returns the same placement with rows and columns exchanged. */
  public Placement transposed() {
    return new Placement(rows, columns, top, left);
  }

  /** Returns the width of the bar left of the picture. */
  public int left() {
    return left;
  }

  /** Returns the height of the bar above the picture. */
  public int top() {
    return top;
  }

  /** Returns the width of the picture in the target. */
  public int width() {
    return columns.count();
  }

  /** Returns the height of the picture in the target. */
  public int height() {
    return rows.count();
  }
}
