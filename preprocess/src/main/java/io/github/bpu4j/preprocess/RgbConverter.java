// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import io.github.bpu4j.preprocess.pixels.PackedPixels;
import io.github.bpu4j.preprocess.pixels.Pixels;
import io.github.bpu4j.preprocess.placement.Placement;
import io.github.bpu4j.preprocess.resample.Resizer;
import io.github.bpu4j.preprocess.resample.RowArrays;
import java.util.Arrays;

/**
 * Converts frames of any size to RGB of one size, with the pixels that an {@link Nv12Converter} of
 * the same fit and interpolation makes its NV12 of.
 *
 * <p>This is what a network is trained, calibrated or checked with outside the board. Bars of a
 * letterbox are 127. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class RgbConverter {
  private static final byte BAR = 127;
  private static final int CHANNELS = 3;

  private final Fit fit;
  private final int width;
  private final int height;
  private final Resizer resizer;
  private final int[][] row;

  /**
   * Creates a converter to pictures of one size.
   *
   * @param fit placement in the target
   * @param interpolation filter of the resize
   * @param width of targets in pixels, 1 or more
   * @param height of targets in pixels, 1 or more
   */
  public RgbConverter(Fit fit, Interpolation interpolation, int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a picture has at least 1x1 pixels, got " + width + "x" + height);
    }
    this.fit = fit;
    this.width = width;
    this.height = height;
    resizer = new Resizer(interpolation);
    row = RowArrays.rows(CHANNELS, width);
  }

  /**
   * Returns a frame as RGB, {@code 3 * width * height} bytes, rows from the top, red first.
   *
   * @param source a frame of any size; YUV is converted to RGB before it is resized
   * @return a new array
   * @throws IllegalArgumentException when the frame is too elongated for the fit
   */
  public byte[] convert(ImageFrame source) {
    Pixels pixels = source.pixels();
    return convert(
        pixels instanceof PackedPixels packed
            ? packed
            : (PackedPixels) ImageFrame.of(source.toBufferedImage()).pixels());
  }

  private byte[] convert(PackedPixels source) {
    Placement placement = Placement.of(fit, source.width(), source.height(), width, height);
    byte[] rgb = new byte[CHANNELS * width * height];
    Arrays.fill(rgb, BAR);
    resizer.open(source.plane(), source.order().channels(), placement);
    try {
      for (int y = 0; y < placement.height(); y++) {
        resizer.row(y, row);
        int start = CHANNELS * ((placement.top() + y) * width + placement.left());
        write(row[source.order().red()], rgb, start, placement.width());
        write(row[source.order().green()], rgb, start + 1, placement.width());
        write(row[source.order().blue()], rgb, start + 2, placement.width());
      }
    } finally {
      resizer.close();
    }
    return rgb;
  }

  private static void write(int[] values, byte[] rgb, int start, int count) {
    for (int x = 0; x < count; x++) {
      rgb[start + CHANNELS * x] = (byte) values[x];
    }
  }
}
