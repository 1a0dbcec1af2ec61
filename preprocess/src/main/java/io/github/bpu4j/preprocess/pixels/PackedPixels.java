// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

import io.github.bpu4j.preprocess.Region;
import java.nio.ByteBuffer;

/**
 * Gray pixels of one byte, or colors of three adjacent bytes.
 *
 * @param plane the pixels; a fourth byte (alpha) is skipped
 * @param order colors of the bytes of a pixel
 */
public record PackedPixels(Plane plane, ChannelOrder order) implements Pixels {
  /**
   * Views rows of pixels in a caller's buffer.
   *
   * @param bytes pixels from the buffer's position on
   * @param order colors of the bytes of a pixel
   * @param pixelBytes bytes from one pixel to the next; one more than the colors where there is
   *     alpha
   * @param width in pixels
   * @param height in pixels
   * @param rowStride bytes from one row to the next
   * @return the view
   * @throws IllegalArgumentException when the buffer or the stride is too small
   */
  public static PackedPixels of(
      ByteBuffer bytes, ChannelOrder order, int pixelBytes, int width, int height, int rowStride) {
    String layout = pixelBytes > order.channels() ? order + "A" : order.toString();
    Plane plane =
        Plane.of(layout, bytes.slice(), 0, pixelBytes, pixelBytes, width, height, rowStride);
    return new PackedPixels(plane, order);
  }

  @Override
  public int width() {
    return plane.width();
  }

  @Override
  public int height() {
    return plane.height();
  }

  @Override
  public PackedPixels crop(Region region) {
    return new PackedPixels(plane.crop(region), order);
  }

  @Override
  public PackedPixels turn(Orientation orientation) {
    return new PackedPixels(plane.turn(orientation), order);
  }
}
