// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Resolves arguments to picture files: a folder means all pictures below it. */
final class PictureFiles {
  private static final Set<String> EXTENSIONS =
      Set.of(
          "jpg", "jpeg", "jpe", "png", "bmp", "gif", "tif", "tiff", "webp", "pbm", "pgm", "ppm",
          "pnm");

  /**
   * A picture to classify, or an argument without one.
   *
   * @param path of the file, or of the folder without pictures
   * @param failure why there is no picture; null if there is one
   */
  record Item(Path path, @Nullable IOException failure) {}

  private PictureFiles() {}

  /** Lists the pictures in the order of the arguments; those of a folder are sorted by path. */
  static List<Item> of(List<Path> arguments) {
    List<Item> items = new ArrayList<>();
    for (Path argument : arguments) {
      if (Files.isDirectory(argument)) {
        items.addAll(below(argument));
      } else {
        items.add(new Item(argument, null));
      }
    }
    return items;
  }

  private static List<Item> below(Path folder) {
    try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      List<Item> found =
          walk.filter(PictureFiles::isPicture).sorted().map(file -> new Item(file, null)).toList();
      if (found.isEmpty()) {
        String reason = "no picture in this folder (looked for .jpg, .png, .webp and similar)";
        return List.of(new Item(folder, new NoSuchFileException(folder.toString(), null, reason)));
      }
      return found;
    } catch (UncheckedIOException e) {
      return List.of(new Item(folder, e.getCause()));
    } catch (IOException e) {
      return List.of(new Item(folder, e));
    }
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return !name.startsWith(".")
        && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
        && Files.isRegularFile(file);
  }
}
