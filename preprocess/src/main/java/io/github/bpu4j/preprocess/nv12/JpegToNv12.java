// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.decode.DecodingErrors;
import io.github.bpu4j.preprocess.decode.ImageDecoder;
import io.github.bpu4j.preprocess.decode.ImageFormat;
import io.github.bpu4j.preprocess.decode.JpegFiles;
import io.github.bpu4j.preprocess.jpeg.JpegDecoder;
import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;
import io.github.bpu4j.preprocess.pixels.Orientation;
import io.github.bpu4j.preprocess.stream.Sampling;
import java.io.IOException;

/**
 * Converts JPEG files to NV12 in one pass: only the pixels that the resize reads are decoded, while
 * it reads them, and there is no full-size picture. Not thread-safe.
 */
public final class JpegToNv12 {
  private final RowsToNv12 rows;
  private final JpegDecoder jpeg = new JpegDecoder();

  /**
   * Creates a converter to targets of one size.
   *
   * @param settings the settings, with a range of FULL or VIDEO
   * @param width of targets in pixels, even
   * @param height of targets in pixels, even
   */
  public JpegToNv12(Preprocessing settings, int width, int height) {
    rows = new RowsToNv12(settings, width, height);
  }

  /**
   * Converts a file, if it can be converted in one pass.
   *
   * @param encoded holds the file from index 0 on
   * @param length its bytes
   * @param limits bounds on the picture
   * @param target memory of this converter's size, of which every pixel is written
   * @return false for other formats, for kinds of JPEG that {@link JpegDecoder} does not support,
   *     and for resizes that need all pixels of a turned picture at once
   * @throws ImageDecodeException when it cannot be decoded or exceeds a limit; the target is then
   *     undefined
   * @throws IllegalArgumentException when the picture is too elongated for the fit
   */
  public boolean convert(byte[] encoded, int length, DecodeLimits limits, Nv12Buffer target)
      throws ImageDecodeException {
    if (ImageDecoder.format(encoded, length, limits) != ImageFormat.JPEG) {
      return false;
    }
    try {
      JpegHeader header = JpegFiles.open(jpeg, encoded, length, limits);
      Orientation orientation = header.orientation();
      if (header.unsupported() != null || !rows.supports(orientation)) {
        return false;
      }
      Sampling sampling =
          rows.plan(header.width(), header.height(), orientation, JpegFiles.order(header));
      return DecodingErrors.report(
          ImageFormat.JPEG, length, () -> decode(sampling, limits, target));
    } finally {
      jpeg.close();
    }
  }

  private boolean decode(Sampling sampling, DecodeLimits limits, Nv12Buffer target)
      throws IOException {
    jpeg.start(sampling.columns(), sampling.columnCount(), sampling.rows(), limits);
    rows.convert(jpeg, target);
    jpeg.finish();
    return true;
  }
}
