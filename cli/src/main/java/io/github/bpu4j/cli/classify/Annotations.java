// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.cli.io.StandardInput;
import io.github.bpu4j.preprocess.DecodeLimits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

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
    BufferedImage drawn = Caption.draw(pixels, captions(result));
    String name = StandardInput.isNamedBy(picture) ? "stdin" : picture.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    byte[] png = png(drawn);
    Path part = Files.createTempFile(folder, ".", ".part");
    try {
      Files.write(part, png);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw new IOException(
          "the annotated copy cannot be written to " + folder + ": " + e.getMessage(), e);
    }
    return rename(part, stem);
  }

  /** In memory, because ImageIO hides why a file cannot be written. */
  private static byte[] png(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(picture, "png", out);
    }
    return bytes.toByteArray();
  }

  /** Gives a complete file the first free name. */
  private Path rename(Path part, String stem) throws IOException {
    for (int number = 1; true; number++) {
      Path file = folder.resolve(stem + (number == 1 ? "" : "-" + number) + SUFFIX);
      try {
        // Java's atomic move replaces a file, so the name is taken first.
        Files.createFile(file);
        return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (FileAlreadyExistsException taken) {
        if (number == MAX_NUMBER) {
          Files.deleteIfExists(part);
          throw taken;
        }
      }
    }
  }

  /** Captions in order of preference: the first that the fonts can show is drawn. */
  private static List<String> captions(ClassificationResult result) {
    if (result.categories().isEmpty()) {
      return List.of("no class reaches the threshold");
    }
    Category best = result.best();
    String score = String.format(Locale.ROOT, " %.4f", best.score());
    String mark = result.simulated() ? " (simulated)" : "";
    return List.of(best.displayName() + score + mark, best.name() + score + mark);
  }
}
