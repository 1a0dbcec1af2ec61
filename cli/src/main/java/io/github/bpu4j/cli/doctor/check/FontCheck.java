// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor.check;

import io.github.bpu4j.cli.doctor.finding.Diagnosis;
import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.Board;
import io.github.bpu4j.cli.doctor.view.SystemView;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether Java can draw text, which {@code classify --annotate} needs. */
public final class FontCheck implements Check {
  private static final String CHINESE = "\u732b";
  private static final int SIDE = 32;
  private static final String SHARED = "/usr/share";
  private static final String FOLDER = SHARED + "/fonts";
  private static final int DEPTH = 4;
  private static final int MOST_FILES = 2000;
  private static final Pattern FILE = Pattern.compile(".*\\.(ttf|ttc|otf|pfb)");
  private static final Pattern CHINESE_FILE =
      Pattern.compile(".*(cjk|wqy|uming|ukai|fallback|notosanssc|notoserifsc).*");

  @Override
  public List<Finding> examine(SystemView view, Board board) {
    return List.of(view.isLive() ? drawn() : installed(view));
  }

  /** Draws with the font of the captions; without fonts, Java fails in several ways. */
  private static Finding drawn() {
    BufferedImage canvas = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, SIDE / 2);
    try {
      Graphics2D graphics = canvas.createGraphics();
      graphics.setFont(font);
      graphics.drawString("bpu", 0, SIDE / 2);
      graphics.dispose();
      if (isBlank(canvas)) {
        return Diagnosis.FONTS_MISSING.with("Java drew nothing");
      }
      String family = font.getFontName(Locale.ROOT);
      return font.canDisplayUpTo(CHINESE) < 0
          ? Diagnosis.FONTS_OK.with("Java draws text with " + family + ", Chinese too")
          : Diagnosis.FONTS_NO_CHINESE.with("Java draws text with " + family + ", but no Chinese");
    } catch (RuntimeException | LinkageError | InternalError e) {
      return Diagnosis.FONTS_MISSING.with("Java cannot draw text: " + e);
    }
  }

  private static boolean isBlank(BufferedImage canvas) {
    int[] samples = canvas.getRaster().getSamples(0, 0, SIDE, SIDE, 0, (int[]) null);
    return Arrays.stream(samples).allMatch(sample -> sample == 0);
  }

  private static Finding installed(SystemView view) {
    if (!view.exists(SHARED)) {
      return Diagnosis.FONTS_NOT_COPIED.with("the tree has no folder " + SHARED);
    }
    List<String> files =
        below(view, FOLDER, DEPTH).stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> FILE.matcher(name).matches())
            .toList();
    if (files.isEmpty()) {
      return Diagnosis.FONTS_MISSING.with("no font in " + FOLDER);
    }
    boolean chinese = files.stream().anyMatch(name -> CHINESE_FILE.matcher(name).matches());
    String evidence = "fonts in " + FOLDER + ": " + files.size();
    return (chinese ? Diagnosis.FONTS_OK : Diagnosis.FONTS_NO_CHINESE)
        .with(evidence + (chinese ? ", Chinese too" : ", none for Chinese"));
  }

  /** Names of files in nested folders. */
  private static List<String> below(SystemView view, String folder, int depth) {
    List<String> names = new ArrayList<>();
    for (String name : view.names(folder)) {
      boolean file = depth == 0 || FILE.matcher(name.toLowerCase(Locale.ROOT)).matches();
      names.addAll(file ? List.of(name) : below(view, folder + "/" + name, depth - 1));
      if (names.size() > MOST_FILES) {
        break;
      }
    }
    return names;
  }
}
