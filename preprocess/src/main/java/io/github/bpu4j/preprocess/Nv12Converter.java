// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import io.github.bpu4j.preprocess.decode.FileBytes;
import io.github.bpu4j.preprocess.decode.ImageDecoder;
import io.github.bpu4j.preprocess.nv12.JpegToNv12;
import io.github.bpu4j.preprocess.nv12.RgbToNv12;
import io.github.bpu4j.preprocess.nv12.YuvToNv12;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import io.github.bpu4j.preprocess.pixels.Pixels;
import io.github.bpu4j.preprocess.pixels.YuvPixels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Converts frames of any size and layout to NV12 of one size, written into the caller's memory.
 *
 * <p>No intermediate picture is stored: rows are resized, converted and written one by one. A
 * converter is meant to be reused: tables are kept while frames have the same size, scratch memory
 * grows only for larger frames, and a call allocates nothing else.
 *
 * <p>Not thread-safe: use one converter per thread. Frames may be shared between threads while
 * their pixels do not change.
 *
 * @since 0.1.0
 */
public final class Nv12Converter {
  private final int width;
  private final int height;
  private final RgbToNv12 colors;
  private final YuvToNv12 camera;
  private final Preprocessing settings;
  private @Nullable JpegToNv12 jpeg;
  private @Nullable FileBytes file;

  /**
   * Creates a converter to targets of one size.
   *
   * @param settings the settings, with a range of FULL or VIDEO
   * @param width of targets in pixels, even
   * @param height of targets in pixels, even
   * @throws IllegalArgumentException when a side is odd or the range is AUTO
   */
  public Nv12Converter(Preprocessing settings, int width, int height) {
    if (settings.range() == YuvRange.AUTO) {
      throw new IllegalArgumentException(
          "a converter needs the range FULL or VIDEO, got AUTO; resolve it first with orElse(VIDEO)");
    }
    Nv12Buffer.requireEven(width, height);
    this.settings = settings;
    this.width = width;
    this.height = height;
    colors = new RgbToNv12(settings, width, height);
    camera = new YuvToNv12(settings, width, height);
  }

  /**
   * Writes a frame as NV12.
   *
   * @param source a frame of any size
   * @param target memory of this converter's size, of which every pixel is written
   * @throws IllegalArgumentException when the target is of another size, or the frame too elongated
   *     for the fit
   */
  public void convert(ImageFrame source, Nv12Buffer target) {
    requireSize(target);
    convert(source.pixels(), target);
  }

  private void convert(Pixels pixels, Nv12Buffer target) {
    if (pixels instanceof PackedPixels packed) {
      colors.convert(packed, target);
    } else if (pixels instanceof YuvPixels yuv) {
      camera.convert(yuv, target);
    }
  }

  /**
   * Writes a picture file as NV12, as if its frame was converted, in one pass where it is a JPEG.
   *
   * <p>Only the pixels that the resize reads are decoded then, straight to rows of NV12, and a call
   * allocates under 1 KB once the converter has seen a picture as large. Files of other formats,
   * CMYK and some rare kinds of JPEG, and turned ones with {@link Interpolation#AREA} or {@link
   * Interpolation#ANTIALIAS} are decoded to a frame first. The bytes are the same either way.
   *
   * @param encoded the whole file
   * @param limits bounds on the picture
   * @param target memory of this converter's size, of which every pixel is written
   * @throws ImageDecodeException when the file cannot be decoded or exceeds a limit; the target is
   *     then undefined
   * @throws IllegalArgumentException when the target has another size, or the picture is too
   *     elongated for the fit
   */
  public void convert(byte[] encoded, DecodeLimits limits, Nv12Buffer target)
      throws ImageDecodeException {
    requireSize(target);
    convert(encoded, encoded.length, limits, target);
  }

  /**
   * Reads a picture file and writes it as NV12, like {@link #convert(byte[], DecodeLimits,
   * Nv12Buffer)}. The memory for its bytes is reused, too.
   *
   * @param path the file
   * @param limits bounds on the picture
   * @param target memory of this converter's size, of which every pixel is written
   * @throws ImageDecodeException when the file cannot be decoded or exceeds a limit; the target is
   *     then undefined
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when the target has another size, or the picture is too
   *     elongated for the fit
   */
  public void convert(Path path, DecodeLimits limits, Nv12Buffer target) throws IOException {
    requireSize(target);
    FileBytes bytes = file();
    try {
      int length = bytes.read(path, limits);
      convert(bytes.array(), length, limits, target);
    } catch (ImageDecodeException e) {
      throw new ImageDecodeException(path + ": " + e.getMessage(), e);
    } finally {
      bytes.close();
    }
  }

  private void convert(byte[] bytes, int length, DecodeLimits limits, Nv12Buffer target)
      throws ImageDecodeException {
    if (!jpeg().convert(bytes, length, limits, target)) {
      byte[] encoded = bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
      convert(ImageDecoder.decode(encoded, limits), target);
    }
  }

  /** Returns the converter of JPEG files, which one that only sees frames need not have. */
  private JpegToNv12 jpeg() {
    JpegToNv12 result = jpeg;
    if (result == null) {
      result = new JpegToNv12(settings, width, height);
      jpeg = result;
    }
    return result;
  }

  private FileBytes file() {
    FileBytes result = file;
    if (result == null) {
      result = new FileBytes();
      file = result;
    }
    return result;
  }

  private void requireSize(Nv12Buffer target) {
    if (target.width() != width || target.height() != height) {
      throw new IllegalArgumentException(
          "this converter writes NV12 of %dx%d, got a target of %dx%d"
              .formatted(width, height, target.width(), target.height()));
    }
  }
}
