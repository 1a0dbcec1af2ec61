// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.pixels.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * Decodes the first page of a TIFF by TwelveMonkeys' reader; the JDK's own fails on 16 bits.
 *
 * <p>16-bit values become {@code rint(v / 257)}, as in OpenCV.
 */
final class TiffDecoder {
  private static final float STEP = 257f;

  private TiffDecoder() {}

  static Pixels decode(byte[] bytes, DecodeLimits limits) throws IOException {
    BufferedImage image =
        ImageReaders.readFirst(new TIFFImageReaderSpi().createReaderInstance(null), bytes, limits);
    return BufferedImages.pixels(image, sample -> (int) Math.rint(sample / STEP))
        .turn(ExifOrientation.of(bytes));
  }
}
