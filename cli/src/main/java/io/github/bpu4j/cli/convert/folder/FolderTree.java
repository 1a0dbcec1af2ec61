// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Copies and deletes folders. */
public final class FolderTree {
  private FolderTree() {}

  /** Deletes a folder with all in it, or a file; nothing if it is not there. */
  public static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    for (Path path : paths(folder, Comparator.reverseOrder())) {
      Files.deleteIfExists(path);
    }
  }

  /** Copies the content of a folder into another, which exists. */
  public static void copy(Path from, Path to) throws IOException {
    for (Path path : paths(from, Comparator.naturalOrder())) {
      Path target = to.resolve(from.relativize(path).toString());
      if (!Files.isDirectory(path)) {
        Files.copy(path, target);
      } else if (!path.equals(from)) {
        Files.createDirectory(target);
      }
    }
  }

  private static List<Path> paths(Path folder, Comparator<Path> order) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(order).toList();
    }
  }
}
