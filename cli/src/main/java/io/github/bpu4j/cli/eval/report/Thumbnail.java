// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval.report;

import io.github.bpu4j.preprocess.ImageFrame;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small pictures for a page. */
final class Thumbnail {
  private static final int SIDE = 160;

  private Thumbnail() {}

  /** A JPEG of at most 160 pixels per side as a {@code data:} address; empty if unreadable. */
  static Optional<String> of(Path picture) {
    try {
      byte[] jpeg = jpeg(shrink(rgb(ImageFrame.read(picture).toBufferedImage())));
      return Optional.of("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static BufferedImage rgb(BufferedImage picture) {
    return draw(picture, picture.getWidth(), picture.getHeight());
  }

  /** Halves the sides until one step of less than that remains, so that every pixel counts. */
  private static BufferedImage shrink(BufferedImage picture) {
    BufferedImage half = picture;
    int longest = Math.max(half.getWidth(), half.getHeight());
    while (longest > 2 * SIDE) {
      half = draw(half, Math.max(1, half.getWidth() / 2), Math.max(1, half.getHeight() / 2));
      longest = Math.max(half.getWidth(), half.getHeight());
    }
    double factor = Math.min(1, (double) SIDE / longest);
    return draw(
        half,
        (int) Math.max(1, Math.round(half.getWidth() * factor)),
        (int) Math.max(1, Math.round(half.getHeight() * factor)));
  }

  private static BufferedImage draw(BufferedImage picture, int width, int height) {
    BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = drawn.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(picture, 0, 0, width, height, null);
    graphics.dispose();
    return drawn;
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(picture, "jpg", out);
    }
    return bytes.toByteArray();
  }
}
