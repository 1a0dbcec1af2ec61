// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

import io.github.bpu4j.preprocess.Region;
import java.nio.ByteBuffer;

/**
 * A view on pixels in memory: pixel (x, y) starts at byte {@code origin + x * columnStep + y *
 * rowStep}.
 *
 * <p>Steps may be negative or exchanged, so that crops, mirrorings and rotations are views on the
 * same memory.
 *
 * @param bytes the memory, read with absolute indices only
 * @param origin index of the first byte of pixel (0, 0)
 * @param columnStep bytes from one pixel to its right neighbor
 * @param rowStep bytes from one pixel to the one below
 * @param width in pixels
 * @param height in pixels
 */
public record Plane(
    ByteBuffer bytes, int origin, int columnStep, int rowStep, int width, int height) {

  /**
   * Views rows of pixels from index 0 of a buffer.
   *
   * @param what name of the plane in messages
   * @param bytes the memory
   * @param skip bytes before the first pixel of a row
   * @param pixelStep bytes from one pixel to the next
   * @param pixelBytes bytes read of a pixel
   * @param width in pixels
   * @param height in pixels
   * @param rowStride bytes from one row to the next
   * @return the view
   */
  public static Plane of(
      String what,
      ByteBuffer bytes,
      int skip,
      int pixelStep,
      int pixelBytes,
      int width,
      int height,
      int rowStride) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "%s needs a width and height of 1 or more, got %dx%d".formatted(what, width, height));
    }
    long rowBytes = (width - 1L) * pixelStep + pixelBytes + skip;
    if (rowStride < rowBytes) {
      throw new IllegalArgumentException(
          "%s of width %d needs a row stride of %d bytes or more, got %d"
              .formatted(what, width, rowBytes, rowStride));
    }
    long needed = (height - 1L) * rowStride + rowBytes;
    if (bytes.limit() < needed) {
      throw new IllegalArgumentException(
          "%s of %dx%d at a row stride of %d needs %d bytes, got %d"
              .formatted(what, width, height, rowStride, needed, bytes.limit()));
    }
    return new Plane(bytes, skip, pixelStep, rowStride, width, height);
  }

  /**
   * Views a part of the plane.
   *
   * @param region in pixels of this view
   * @return the part, on the same memory
   * @throws IllegalArgumentException when it exceeds this view
   */
  public Plane crop(Region region) {
    if (region.width() > width - region.x() || region.height() > height - region.y()) {
      throw new IllegalArgumentException(
          "region %d,%d,%d,%d exceeds the picture of %dx%d"
              .formatted(region.x(), region.y(), region.width(), region.height(), width, height));
    }
    return new Plane(
        bytes,
        origin + region.x() * columnStep + region.y() * rowStep,
        columnStep,
        rowStep,
        region.width(),
        region.height());
  }

  /**
   * Views the plane rotated or mirrored.
   *
   * @param orientation how it is stored
   * @return the upright view, on the same memory
   */
  public Plane turn(Orientation orientation) {
    Plane plane = orientation.transpose ? transposed() : this;
    int start = plane.origin;
    int column = plane.columnStep;
    int row = plane.rowStep;
    if (orientation.mirrorColumns) {
      start += (plane.width - 1) * column;
      column = -column;
    }
    if (orientation.mirrorRows) {
      start += (plane.height - 1) * row;
      row = -row;
    }
    return new Plane(bytes, start, column, row, plane.width, plane.height);
  }

  private Plane transposed() {
    return new Plane(bytes, origin, rowStep, columnStep, height, width);
  }

  /** Returns the index of pixel (x, y) in {@link #bytes()}. */
  public int index(int x, int y) {
    return origin + x * columnStep + y * rowStep;
  }
}
