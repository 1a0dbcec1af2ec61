// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

import io.github.bpu4j.preprocess.YuvRange;
import java.nio.ByteBuffer;

/** Locates luma and chroma in the layouts of camera frames. */
public final class CameraPlanes {
  private CameraPlanes() {}

  /**
   * Locates the planes of NV12 and NV21: luma, then rows of chroma pairs.
   *
   * @param what names the layout in messages
   * @param bytes pixels from the buffer's position on
   * @param width in pixels, even
   * @param height in pixels, even
   * @param rowStride bytes from one row of Y to the next
   * @param blueAt index of U in a chroma pair: 0 in NV12, 1 in NV21
   * @param range FULL or VIDEO
   * @return the planes, on the same memory
   */
  public static YuvPixels semiPlanar(
      String what,
      ByteBuffer bytes,
      int width,
      int height,
      int rowStride,
      int blueAt,
      YuvRange range) {
    requireEven(what, width, height);
    ByteBuffer pixels = bytes.slice();
    Plane luma = Plane.of("Y of " + what, pixels, 0, 1, 1, width, height, rowStride);
    ByteBuffer chroma = below(pixels, (long) height * rowStride);
    String uv = "U, V of " + what;
    int columns = width / 2;
    int rows = height / 2;
    return new YuvPixels(
        luma,
        Plane.of(uv, chroma, blueAt, 2, 1, columns, rows, rowStride),
        Plane.of(uv, chroma, 1 - blueAt, 2, 1, columns, rows, rowStride),
        range);
  }

  /**
   * Locates the planes of I420: Y, then U, then V.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels, even
   * @param height in pixels, even
   * @param rowStride bytes from one row of Y to the next, even
   * @param range FULL or VIDEO
   * @return the planes, on the same memory
   */
  public static YuvPixels planar(
      ByteBuffer bytes, int width, int height, int rowStride, YuvRange range) {
    requireEven("I420", width, height);
    if ((rowStride & 1) != 0) {
      throw new IllegalArgumentException(
          "I420 needs an even row stride, since chroma rows have half of it; got " + rowStride);
    }
    ByteBuffer pixels = bytes.slice();
    Plane luma = Plane.of("Y of I420", pixels, 0, 1, 1, width, height, rowStride);
    ByteBuffer u = below(pixels, (long) height * rowStride);
    ByteBuffer v = below(u, (long) height / 2 * (rowStride / 2));
    return new YuvPixels(
        luma,
        Plane.of("U of I420", u, 0, 1, 1, width / 2, height / 2, rowStride / 2),
        Plane.of("V of I420", v, 0, 1, 1, width / 2, height / 2, rowStride / 2),
        range);
  }

  /**
   * Locates the samples of YUYV: Y, U, Y, V for each pair of pixels.
   *
   * @param bytes pixels from the buffer's position on
   * @param width in pixels, even
   * @param height in pixels
   * @param rowStride bytes from one row of Y to the next
   * @param range FULL or VIDEO
   * @return the planes, on the same memory
   */
  public static YuvPixels interleaved(
      ByteBuffer bytes, int width, int height, int rowStride, YuvRange range) {
    if ((width & 1) != 0) {
      throw new IllegalArgumentException("YUYV needs an even width, got " + width);
    }
    ByteBuffer pixels = bytes.slice();
    return new YuvPixels(
        Plane.of("Y of YUYV", pixels, 0, 2, 2, width, height, rowStride),
        Plane.of("U of YUYV", pixels, 1, 4, 3, width / 2, height, rowStride),
        Plane.of("V of YUYV", pixels, 3, 4, 1, width / 2, height, rowStride),
        range);
  }

  private static void requireEven(String what, int width, int height) {
    if (((width | height) & 1) != 0) {
      throw new IllegalArgumentException(
          "%s needs an even width and height, got %dx%d".formatted(what, width, height));
    }
  }

  private static ByteBuffer below(ByteBuffer pixels, long offset) {
    int from = (int) Math.min(offset, pixels.limit());
    return pixels.slice(from, pixels.limit() - from);
  }
}
