// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Objects;
import java.util.UUID;

/**
 * Writes files that appear under their name when all of their content is written.
 *
 * <p>Until then the content is in a hidden file beside it, which is deleted on failure. The mode
 * follows the umask.
 */
public final class CompleteFile {
  private CompleteFile() {}

  /**
   * Writes a file, replacing an existing one, which stays unchanged if this fails.
   *
   * <p>Symbolic links are followed. Pipes and devices are written to directly.
   *
   * @throws IOException that names the file and says why it cannot be written
   */
  public static void write(Path file, byte[] content) throws IOException {
    boolean exists = Files.exists(file);
    if (exists && !Files.isRegularFile(file)) {
      writeInPlace(file, content);
      return;
    }
    if (exists && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    Path target = exists ? file.toRealPath() : file.toAbsolutePath();
    Path folder = Objects.requireNonNull(target.getParent());
    Path part = part(folder, target.getFileName().toString(), content);
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void writeInPlace(Path file, byte[] content) throws IOException {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new IOException(file + " cannot be written: " + Failures.reason(e), e);
    }
  }

  /**
   * Writes a file under the first of these names that is free, and returns its path.
   *
   * @throws FileAlreadyExistsException if all names are taken
   * @throws IOException that names the folder and says why it cannot be written to
   */
  public static Path writeNew(Path folder, Iterator<String> names, byte[] content)
      throws IOException {
    Path file = folder.resolve(names.next());
    Path part = part(folder, file.getFileName().toString(), content);
    try {
      while (!take(file, names.hasNext())) {
        file = folder.resolve(names.next());
      }
      return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Creates an empty file for the move to replace: an atomic move replaces any file. */
  private static boolean take(Path file, boolean anotherName) throws IOException {
    try {
      Files.createFile(file);
      return true;
    } catch (FileAlreadyExistsException e) {
      if (anotherName) {
        return false;
      }
      throw e;
    }
  }

  private static Path part(Path folder, String name, byte[] content) throws IOException {
    Path part = folder.resolve("." + UUID.randomUUID() + ".part");
    try {
      Files.write(part, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return part;
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw new IOException(
          name + " cannot be written to " + folder + ": " + Failures.reason(e), e);
    }
  }
}
