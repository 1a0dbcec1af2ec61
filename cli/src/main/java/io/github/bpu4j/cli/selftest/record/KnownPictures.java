// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.record;

import io.github.bpu4j.models.download.Sha256;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The pictures of a folder by their content; names mean nothing.
 *
 * @param files by SHA-256
 */
public record KnownPictures(Map<String, Path> files) {
  /** Larger files, such as models in a clone of the zoo, are not sample pictures. */
  private static final long LARGEST = 32L << 20;

  public KnownPictures {
    files = Map.copyOf(files);
  }

  /** No pictures at all. */
  public static KnownPictures none() {
    return new KnownPictures(Map.of());
  }

  /**
   * Looks for pictures in a folder and all folders below it, until all are found.
   *
   * @param wanted their SHA-256 values
   * @throws IOException if the folder itself cannot be read; what cannot be read below it is
   *     skipped
   */
  public static KnownPictures in(Path folder, Set<String> wanted) throws IOException {
    Map<String, Path> found = new HashMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && attributes.size() <= LARGEST) {
              hash(file).filter(wanted::contains).ifPresent(hash -> found.putIfAbsent(hash, file));
            }
            return found.size() == wanted.size()
                ? FileVisitResult.TERMINATE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (file.equals(folder)) {
              throw failure;
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return new KnownPictures(found);
  }

  private static Optional<String> hash(Path file) {
    try {
      return Optional.of(Sha256.of(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The picture with this content, if it was found. */
  public Optional<Path> find(String sha256) {
    return Optional.ofNullable(files.get(sha256));
  }
}
