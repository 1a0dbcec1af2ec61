// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.data;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pictures below a folder, in the order of their names.
 *
 * <p>Symbolic links are followed; hidden files and files of other formats are left out. Memory: the
 * names in the folders from the top to the current one, not all pictures.
 */
final class FolderWalk implements PictureSource {
  private static final Set<String> EXTENSIONS =
      Set.of(
          "jpg", "jpeg", "jpe", "png", "bmp", "gif", "tif", "tiff", "webp", "pbm", "pgm", "ppm",
          "pnm");

  private final Function<String, String> label;
  private final Deque<Level> levels = new ArrayDeque<>();

  /**
   * Starts at the top.
   *
   * @param label from a picture's path, relative and with {@code /}, to its label
   */
  FolderWalk(Path top, Function<String, String> label) throws IOException {
    this.label = label;
    levels.push(new Level(top, top.toRealPath(), "", sortedNames(top)));
  }

  /** A folder that is being walked; {@code next} is the place of the next name. */
  private static final class Level {
    private final Path folder;
    private final Path real;
    private final String path;
    private final String[] names;
    private int next;

    Level(Path folder, Path real, String path, String[] names) {
      this.folder = folder;
      this.real = real;
      this.path = path;
      this.names = names;
    }
  }

  @Override
  public @Nullable NamedPicture next() throws IOException {
    for (Level level = levels.peek(); level != null; level = levels.peek()) {
      if (level.next == level.names.length) {
        levels.pop();
        continue;
      }
      String name = level.names[level.next++];
      Path file = level.folder.resolve(name);
      String path = level.path + name;
      if (isPicture(name) && !Files.isDirectory(file)) {
        return new NamedPicture(file, path, label.apply(path));
      }
      if (!name.startsWith(".") && Files.isDirectory(file)) {
        enter(file, path);
      }
    }
    return null;
  }

  private void enter(Path folder, String path) throws IOException {
    Path real = folder.toRealPath();
    for (Level above : levels) {
      if (above.real.equals(real)) {
        throw new FileSystemLoopException(folder.toString());
      }
    }
    levels.push(new Level(folder, real, path + "/", sortedNames(folder)));
  }

  private static String[] sortedNames(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        names.add(file.getFileName().toString());
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    String[] sorted = names.toArray(String[]::new);
    Arrays.sort(sorted);
    return sorted;
  }

  static boolean isPicture(String name) {
    int dot = name.lastIndexOf('.');
    return !name.startsWith(".")
        && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
