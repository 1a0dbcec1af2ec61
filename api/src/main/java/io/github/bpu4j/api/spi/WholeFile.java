// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes files that only appear under their name when they are complete on disk, and are read-only
 * then.
 */
record WholeFile(Path path) {
  private static final String PART = ".part";

  /** Writes the file, replacing an existing one, which stays unchanged if this fails. */
  void write(PrivateFolder.Content content) throws IOException {
    Path folder = path.resolveSibling("");
    removeAbandoned(folder);
    Path part = Files.createTempFile(folder, path.getFileName() + ".", PART);
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        content.writeTo(Channels.newOutputStream(channel));
        channel.force(true);
      }
      OwnerMode.READ_ONLY.set(part);
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      sync(folder);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Syncs the folder to disk; not possible on Windows. */
  private static void sync(Path folder) throws IOException {
    if (OwnerMode.isKnown(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** Removes files of processes that were killed while writing. */
  private static void removeAbandoned(Path folder) throws IOException {
    FileTime hourAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "*" + PART)) {
      for (Path part : parts) {
        removeIfOlder(part, hourAgo);
      }
    }
  }

  private static void removeIfOlder(Path part, FileTime limit) throws IOException {
    try {
      if (Files.getLastModifiedTime(part).compareTo(limit) < 0) {
        Files.deleteIfExists(part);
      }
    } catch (NoSuchFileException e) {
      // Another process has just moved it into place.
    }
  }
}
