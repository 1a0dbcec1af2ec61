// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves arguments to picture files: a folder means all pictures below it. */
public final class PictureFiles {
  private static final Set<String> EXTENSIONS =
      Set.of(
          "jpg", "jpeg", "jpe", "png", "bmp", "gif", "tif", "tiff", "webp", "pbm", "pgm", "ppm",
          "pnm");

  private final List<Item> items = new ArrayList<>();
  private int drawings;

  /**
   * A picture to classify, or an argument or a folder without one.
   *
   * @param path of the file or folder
   * @param failure why there is no picture; null if there is one
   */
  public record Item(Path path, @Nullable IOException failure) {}

  private PictureFiles() {}

  /** Lists the pictures in the order of the arguments; those of a folder are sorted by path. */
  public static PictureFiles of(List<Path> arguments) throws IOException {
    PictureFiles files = new PictureFiles();
    for (Path argument : arguments) {
      if (Files.isDirectory(argument)) {
        files.items.addAll(files.below(argument));
      } else {
        files.items.add(new Item(argument, null));
      }
    }
    return files;
  }

  /** Pictures, and what is in their place. */
  public List<Item> items() {
    return items;
  }

  /** How many annotated copies the folders hold; they are left out. */
  int drawings() {
    return drawings;
  }

  private List<Item> below(Path folder) throws IOException {
    Walk walk = new Walk();
    Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    if (walk.found.isEmpty()) {
      String reason = "no picture in this folder (looked for .jpg, .png, .webp and similar)";
      return List.of(new Item(folder, new NoSuchFileException(folder.toString(), null, reason)));
    }
    walk.found.sort(Comparator.comparing(Item::path));
    return walk.found;
  }

  /** Collects pictures; what cannot be read becomes an item of its own, and the walk goes on. */
  private final class Walk extends SimpleFileVisitor<Path> {
    private final List<Item> found = new ArrayList<>();

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && isPicture(file)) {
        if (Annotations.isAnnotated(file)) {
          drawings++;
        } else {
          found.add(new Item(file, null));
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
      found.add(new Item(path, failure));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      if (failure != null) {
        found.add(new Item(folder, failure));
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return !name.startsWith(".")
        && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
