// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.limits.LimitCheck;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Creates the JDK's own ImageIO readers, also where other plug-ins are registered, and runs
 * readers.
 */
final class ImageReaders {
  private ImageReaders() {}

  /** Creates the JDK's reader of a format. */
  static ImageReader ofJdk(String format) throws ImageDecodeException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getModule() == ImageIO.class.getModule()) {
        return reader;
      }
    }
    throw new ImageDecodeException(
        "this JDK has no ImageIO reader for " + format + "; use one with the whole java.desktop");
  }

  /** Reads the first picture, after its size was checked against the limits. */
  static BufferedImage readFirst(ImageReader reader, byte[] bytes, DecodeLimits limits)
      throws IOException {
    try (InMemoryImageInput input = new InMemoryImageInput(bytes)) {
      reader.setInput(input, true, true);
      LimitCheck.requireSize(reader.getWidth(0), reader.getHeight(0), limits);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }
}
