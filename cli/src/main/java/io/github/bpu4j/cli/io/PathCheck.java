// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Checks paths before work is put into what is written to or read from them. */
public final class PathCheck {
  private PathCheck() {}

  /**
   * Requires that a file can be written: its folder exists, and it is not itself a folder.
   *
   * @throws IOException that names the path and what is wrong
   */
  public static void writable(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException(
          file.toString(), null, "there is no folder " + folder + "; create it first");
    }
    if (Files.isDirectory(file)) {
      throw new FileSystemException(
          file.toString(), null, "this is a folder; name a file to write");
    }
  }

  /**
   * Requires that a path is not a folder; what else is wrong shows when it is read.
   *
   * @param expected what it should be, such as {@code a picture file}
   * @throws IOException that names the path and what was expected
   */
  public static Path file(Path path, String expected) throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(
          path.toString(), null, "this is a folder, expected " + expected);
    }
    return path;
  }
}
