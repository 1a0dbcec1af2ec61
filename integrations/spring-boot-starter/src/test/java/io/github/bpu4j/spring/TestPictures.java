// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.spring;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Small pictures for tests. */
final class TestPictures {
  private TestPictures() {}

  static BufferedImage gray() {
    return new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
  }

  static byte[] png() {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    try {
      ImageIO.write(gray(), "png", encoded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return encoded.toByteArray();
  }
}
