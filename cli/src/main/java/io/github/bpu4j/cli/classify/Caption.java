// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws text on a picture so that it stays readable whatever the picture's size.
 *
 * <p>The text is drawn on a dark band at the top, with a height in proportion to the picture. A
 * picture that is too small is enlarged by a whole factor, and gets a margin if that is not enough.
 */
public final class Caption {
  private static final int MIN_WIDTH = 320;
  private static final int MAX_ENLARGED = 1024;
  private static final int MIN_FONT = 14;
  private static final int FONTS_PER_SIDE = 22;
  private static final Color BAND = new Color(0, 0, 0, 170);

  private Caption() {}

  /** What to write on a picture that got this answer, in order of preference. */
  public static List<String> texts(ClassificationResult result) {
    if (result.categories().isEmpty()) {
      return List.of("no class reaches the threshold");
    }
    Category best = result.best();
    String score = String.format(Locale.ROOT, " %.4f", best.score());
    String mark = result.simulated() ? " (simulated)" : "";
    return List.of(best.displayName() + score + mark, best.name() + score + mark);
  }

  /**
   * Draws on a copy of the picture.
   *
   * @param texts in order of preference; the last is drawn even if the font lacks its characters
   * @throws IOException if this machine has no fonts at all
   */
  public static BufferedImage draw(BufferedImage picture, List<String> texts) throws IOException {
    int scale = enlargement(picture);
    int width = picture.getWidth() * scale;
    int height = picture.getHeight() * scale;
    int canvasWidth = Math.max(width, MIN_WIDTH);
    try {
      Font font = font(canvasWidth, height);
      String text = firstShowable(font, texts);
      FontMetrics metrics = metrics(font);
      int padding = font.getSize() / 3;
      List<String> lines = wrap(text, metrics, canvasWidth - 2 * padding);
      int band = lines.size() * metrics.getHeight() + padding;
      boolean onPicture = band * 3 <= height;
      BufferedImage drawn =
          new BufferedImage(
              canvasWidth, onPicture ? height : height + band, BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D graphics = drawn.createGraphics();
      graphics.drawImage(picture, 0, onPicture ? 0 : band, width, height, null);
      graphics.setColor(BAND);
      graphics.fillRect(0, 0, canvasWidth, band);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setFont(font);
      graphics.setColor(Color.WHITE);
      int baseline = padding / 2 + metrics.getAscent();
      for (String line : lines) {
        graphics.drawString(line, padding, baseline);
        baseline += metrics.getHeight();
      }
      graphics.dispose();
      return drawn;
    } catch (InternalError | NoClassDefFoundError | UnsatisfiedLinkError | RuntimeException e) {
      throw new IOException(
          "cannot draw text: Java found no fonts. Install some, for example with"
              + " 'apt install fontconfig fonts-dejavu-core' (fonts-noto-cjk for Chinese): "
              + e,
          e);
    }
  }

  private static int enlargement(BufferedImage picture) {
    int wanted = (MIN_WIDTH + picture.getWidth() - 1) / picture.getWidth();
    int possible = MAX_ENLARGED / Math.max(picture.getWidth(), picture.getHeight());
    return Math.max(1, Math.min(wanted, possible));
  }

  private static Font font(int width, int height) {
    int size = Math.max(MIN_FONT, Math.min(width, height) / FONTS_PER_SIDE);
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  private static String firstShowable(Font font, List<String> texts) {
    return texts.stream()
        .filter(text -> font.canDisplayUpTo(text) < 0)
        .findFirst()
        .orElse(texts.get(texts.size() - 1));
  }

  private static FontMetrics metrics(Font font) {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR).createGraphics();
    try {
      return graphics.getFontMetrics(font);
    } finally {
      graphics.dispose();
    }
  }

  /** Breaks lines between words, and inside a word that is wider than a line. */
  private static List<String> wrap(String text, FontMetrics metrics, int width) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (metrics.stringWidth(rest) > width) {
      int end = 1;
      while (end < rest.length() && metrics.stringWidth(rest.substring(0, end + 1)) <= width) {
        end++;
      }
      int blank = rest.lastIndexOf(' ', end);
      int cut = blank > 0 ? blank : end;
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut).strip();
    }
    lines.add(rest);
    return lines;
  }
}
