// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spring;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.RgbConverter;
import io.github.bpu4j.spring.Bpu4jProperties;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/**
 * Draws the best class on a copy of the picture that fits a page; one at a time, to save memory.
 */
@Component
final class PictureDrawing {
  private static final int LONGEST_SIDE = 960;
  private static final int FONTS_PER_WIDTH = 24;
  private static final int SMALLEST_FONT = 11;
  private static final Color BAND = new Color(15, 23, 42, 200);

  private final DecodeLimits limits;
  private final ReentrantLock turn = new ReentrantLock(true);

  PictureDrawing(Bpu4jProperties properties) {
    this.limits =
        DecodeLimits.defaults()
            .withMaxPixels(properties.limits().maxPixels())
            .withMaxSide(properties.limits().maxSide());
  }

  /** Returns the drawn copy as a data URI. */
  String draw(Path picture, ClassificationResult result, Locale language) throws IOException {
    turn.lock();
    try {
      BufferedImage copy = fitting(ImageFrame.read(picture, limits));
      caption(copy, result, language);
      ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
      ImageIO.write(copy, "jpg", jpeg);
      return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg.toByteArray());
    } finally {
      turn.unlock();
    }
  }

  private static BufferedImage fitting(ImageFrame frame) {
    double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(frame.width(), frame.height()));
    int width = Math.max(1, (int) Math.round(frame.width() * scale));
    int height = Math.max(1, (int) Math.round(frame.height() * scale));
    byte[] rgb = new RgbConverter(Fit.STRETCH, Interpolation.AREA, width, height).convert(frame);
    return ImageFrame.rgb(ByteBuffer.wrap(rgb), width, height, width * 3).toBufferedImage();
  }

  private static void caption(BufferedImage image, ClassificationResult result, Locale language) {
    Graphics2D graphics = image.createGraphics();
    try {
      int size = Math.max(SMALLEST_FONT, image.getWidth() / FONTS_PER_WIDTH);
      Font font = new Font(Font.SANS_SERIF, Font.BOLD, size);
      FontMetrics metrics = graphics.getFontMetrics(font);
      int band = metrics.getHeight() + size / 2;
      graphics.setColor(BAND);
      graphics.fillRect(0, image.getHeight() - band, image.getWidth(), band);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setFont(font);
      graphics.setColor(Color.WHITE);
      String text = text(font, result, language);
      int baseline = image.getHeight() - band + size / 4 + metrics.getAscent();
      graphics.drawString(text, size / 2, baseline);
    } finally {
      graphics.dispose();
    }
  }

  /** The first of the best class's names, in Chinese if that is wanted and the font has it. */
  private static String text(Font font, ClassificationResult result, Locale language) {
    if (result.categories().isEmpty()) {
      return "?";
    }
    Category best = result.best();
    boolean chinese =
        language.getLanguage().equals("zh") && font.canDisplayUpTo(best.displayName()) < 0;
    String names = chinese ? best.displayName() : best.name();
    String score = String.format(Locale.ROOT, " %.1f %%", 100 * best.score());
    return names.split("[,，、]", 2)[0] + score + (result.simulated() ? " (simulated)" : "");
  }
}
