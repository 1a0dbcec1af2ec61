// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.licenses;

import io.github.bpu4j.integration.Repository;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files of the source tree that are not source code: everything in a folder {@code resources},
 * everything that is not text, and all text but code, pages, scripts and settings of the build.
 */
final class Resources {
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", ".idea", ".vscode", ".settings", "__pycache__");
  private static final String SOURCE =
      ".*\\.(java|kt|kts|gradle|c|h|inc|def|map|md|xml|sh|py|cmd|yml|config|iml|log|class)";

  private Resources() {}

  /** By their paths from the root. */
  static List<Path> all() throws IOException {
    Path root = Repository.root();
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (isResource(root.relativize(file).toString(), file)) {
              files.add(root.relativize(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static boolean isResource(String path, Path file) throws IOException {
    if (path.contains("/resources/")) {
      return true;
    }
    String name = file.getFileName().toString();
    boolean source = name.lastIndexOf('.') <= 0 || name.matches(SOURCE);
    return !source || !isText(file);
  }

  private static boolean isText(Path file) throws IOException {
    try {
      return Files.readString(file).indexOf('\0') < 0;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
