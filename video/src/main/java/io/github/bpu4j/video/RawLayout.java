// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * How the bytes of one raw frame are laid out.
 *
 * @param format order of the samples
 * @param width in pixels, even, 2..16384
 * @param height in pixels, even, 2..16384
 * @param rowStride bytes from one row of the first plane to the next; with {@code I420} even, and
 *     the rows of U and V are half as far apart
 * @param range FULL or VIDEO, as the source produces
 * @since 0.1.0
 */
public record RawLayout(Format format, int width, int height, int rowStride, YuvRange range) {
  private static final int LARGEST_SIDE = 16_384;
  private static final long LARGEST_FRAME = 512L << 20;

  /**
   * Orders of samples that cameras give.
   *
   * @since 0.1.0
   */
  public enum Format {
    /** Rows of Y, then rows of interleaved U, V at half the height. */
    NV12(1),
    /** Rows of Y, then rows of U, then rows of V, both at half the size. */
    I420(1),
    /** Rows of Y, U, Y, V for each pair of pixels; also called YUY2. */
    YUYV(2);

    private final int bytesPerPixelInARow;

    Format(int bytesPerPixelInARow) {
      this.bytesPerPixelInARow = bytesPerPixelInARow;
    }
  }

  public RawLayout {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(range, "range");
    requireSide("width", width);
    requireSide("height", height);
    if (rowStride < width * format.bytesPerPixelInARow
        || (format == Format.I420 && rowStride % 2 != 0)) {
      throw new IllegalArgumentException(
          "rowStride %d of %s, %d pixels wide: expected at least %d%s"
              .formatted(
                  rowStride,
                  format,
                  width,
                  width * format.bytesPerPixelInARow,
                  format == Format.I420 ? ", even" : ""));
    }
    if (range == YuvRange.AUTO) {
      throw new IllegalArgumentException(
          "range AUTO, expected FULL or VIDEO, as the source produces");
    }
    long bytes = bytes(format, height, rowStride);
    if (bytes > LARGEST_FRAME) {
      throw new IllegalArgumentException(
          "a frame of " + bytes + " bytes, expected at most " + LARGEST_FRAME);
    }
  }

  /** A layout without padding. */
  public static RawLayout of(Format format, int width, int height, YuvRange range) {
    return new RawLayout(format, width, height, width * format.bytesPerPixelInARow, range);
  }

  /** Bytes of one frame, with the padding of every row. */
  public int frameBytes() {
    return (int) bytes(format, height, rowStride);
  }

  /** Views the frame at the buffer's position. */
  public ImageFrame view(ByteBuffer frame) {
    return switch (format) {
      case NV12 -> ImageFrame.nv12(frame, width, height, rowStride, range);
      case I420 -> ImageFrame.i420(frame, width, height, rowStride, range);
      case YUYV -> ImageFrame.yuyv(frame, width, height, rowStride, range);
    };
  }

  private static long bytes(Format format, int height, int rowStride) {
    long firstPlane = (long) height * rowStride;
    return format == Format.YUYV ? firstPlane : firstPlane / 2 * 3;
  }

  private static void requireSide(String name, int side) {
    if (side < 2 || side > LARGEST_SIDE || side % 2 != 0) {
      throw new IllegalArgumentException(
          name + " " + side + ", expected an even number in 2.." + LARGEST_SIDE);
    }
  }
}
