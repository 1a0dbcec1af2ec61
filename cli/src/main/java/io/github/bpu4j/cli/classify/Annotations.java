// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.cli.io.CompleteFile;
import io.github.bpu4j.cli.io.Png;
import io.github.bpu4j.cli.io.StandardInput;
import io.github.bpu4j.preprocess.DecodeLimits;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.IntStream;

/** Writes annotated copies of pictures to one folder, without overwriting files. */
final class Annotations {
  private static final int MAX_NUMBER = 100_000;

  private static final String SUFFIX = ".annotated.png";

  private final Path folder;
  private final DecodeLimits limits;

  /**
   * Writes to a folder, which is created if it does not exist.
   *
   * @param limits those that the pictures were decoded with
   */
  Annotations(Path folder, DecodeLimits limits) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.limits = limits;
  }

  /** Whether a file is such a copy, going by its name. */
  static boolean isAnnotated(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(SUFFIX);
  }

  /**
   * Draws the best class on a copy of the picture and returns the copy's path.
   *
   * <p>The copy appears under its name when it is complete.
   */
  Path write(Path picture, ClassificationResult result) throws IOException {
    BufferedImage pixels = StandardInput.decode(picture, limits).toBufferedImage();
    BufferedImage drawn = Caption.draw(pixels, Caption.texts(result));
    String name = StandardInput.isNamedBy(picture) ? "stdin" : picture.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    Iterator<String> names =
        IntStream.rangeClosed(1, MAX_NUMBER).mapToObj(n -> name(stem, n)).iterator();
    return CompleteFile.writeNew(folder, names, Png.of(drawn));
  }

  private static String name(String stem, int number) {
    return stem + (number == 1 ? "" : "-" + number) + SUFFIX;
  }
}
