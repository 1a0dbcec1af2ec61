// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.pixels.Pixels;
import java.awt.Dimension;
import java.io.IOException;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.pnm.PnmImageParser;

/** Decodes PBM, PGM and PPM, plain and raw (P1 to P6), by Commons Imaging. */
final class PnmDecoder {
  private PnmDecoder() {}

  static Pixels decode(byte[] bytes, DecodeLimits limits) throws IOException {
    PnmImageParser parser = new PnmImageParser();
    ByteSource source = ByteSource.array(bytes);
    Dimension size = parser.getImageSize(source, parser.getDefaultParameters());
    LimitCheck.requireSize(size.width, size.height, limits);
    return BufferedImages.pixels(parser.getBufferedImage(source, parser.getDefaultParameters()));
  }
}
