// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import io.github.bpu4j.preprocess.nv12.RgbToNv12;
import io.github.bpu4j.preprocess.nv12.YuvToNv12;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import io.github.bpu4j.preprocess.pixels.Pixels;
import io.github.bpu4j.preprocess.pixels.YuvPixels;

/**
 * Turns frames of any size and layout into NV12 of one size, straight into the caller's memory.
 *
 * <p>There is no intermediate picture: rows are resized, converted and written one after another.
 * Make one, use it for many frames: tables are kept while frames have the same size, scratch memory
 * grows only for larger frames, and a call allocates nothing else.
 *
 * <p>Not thread-safe: one converter a thread. Frames may be shared between threads as long as
 * nobody changes their pixels.
 */
public final class Nv12Converter {
  private final int width;
  private final int height;
  private final RgbToNv12 colors;
  private final YuvToNv12 camera;

  /**
   * Makes one for these settings and this size.
   *
   * @param settings the choices; the range is FULL or VIDEO
   * @param width of the target in pixels, even
   * @param height of the target in pixels, even
   * @throws IllegalArgumentException when a side is odd or the range is AUTO
   */
  public Nv12Converter(Preprocessing settings, int width, int height) {
    settings.range().requireResolved("a converter");
    Nv12Buffer.requireEven(width, height);
    this.width = width;
    this.height = height;
    colors = new RgbToNv12(settings, width, height);
    camera = new YuvToNv12(settings, width, height);
  }

  /**
   * Writes a frame as NV12.
   *
   * @param source the frame
   * @param target where to; every pixel of it is written
   * @throws IllegalArgumentException when the target has another size than this converter, or the
   *     frame is too long for the fit
   */
  public void convert(ImageFrame source, Nv12Buffer target) {
    if (target.width() != width || target.height() != height) {
      throw new IllegalArgumentException(
          "this converter makes NV12 of %dx%d, the target is for %dx%d"
              .formatted(width, height, target.width(), target.height()));
    }
    Pixels pixels = source.pixels();
    if (pixels instanceof PackedPixels packed) {
      colors.convert(packed, target);
    } else if (pixels instanceof YuvPixels yuv) {
      camera.convert(yuv, target);
    }
  }
}
