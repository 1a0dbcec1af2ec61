// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import io.github.bpu4j.api.ownership.Ownership;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that only this user can write, so that whatever it contains was written by this user.
 *
 * <p>The folder belongs to this user, with mode 0700. Every folder above it belongs to root or this
 * user, and nobody else can write to it unless it is sticky, like {@code /tmp}. Group write
 * permission is accepted if this user or root is the group's only member. On Windows, where this
 * was never run, only the folder's owner is checked.
 *
 * @since 0.1.0
 */
public final class PrivateFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PrivateFolder.class);
  private static final String REMEDY =
      "name a folder that only this user can write with -D"
          + CacheFolder.PROPERTY
          + "=FOLDER or "
          + CacheFolder.VARIABLE
          + "=FOLDER";

  private final Path path;
  private final Ownership ownership;
  private final boolean kept;

  private PrivateFolder(Path path, Ownership ownership, boolean kept) {
    this.path = path;
    this.ownership = ownership;
    this.kept = kept;
  }

  /**
   * Fills a folder, or checks its content.
   *
   * @since 0.1.0
   */
  @FunctionalInterface
  public interface Filling {
    void fill(PrivateFolder folder) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @since 0.1.0
   */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Returns the folder at a path, which is created with all missing parents.
   *
   * @throws IOException if it cannot be created; or if it or a folder above it belongs to another
   *     user or can be written by others: the message names the folder and the remedy
   */
  public static PrivateFolder at(Path path) throws IOException {
    Ownership ownership = Ownership.ofThisUser();
    return checked(made(path.toAbsolutePath(), ownership), ownership, true);
  }

  /**
   * Returns the path of a folder in the cache of this user, whether or not it exists.
   *
   * <p>The cache is {@code bpu4j.cache.dir} (system property), {@code BPU4J_CACHE_DIR}
   * (environment), or the platform's cache folder of this user.
   *
   * @throws IOException if this user has no home folder; the message says how to name one
   */
  public static Path inCache(String name) throws IOException {
    try {
      return CacheFolder.ofThisUser().resolve(name);
    } catch (IOException e) {
      throw new IOException(e.getMessage() + "; " + REMEDY, e);
    }
  }

  /**
   * Creates a temporary folder that {@link #close()} deletes.
   *
   * @throws IOException if it cannot be created, or if others could replace it
   */
  public static PrivateFolder fresh() throws IOException {
    Path path = Files.createTempDirectory("bpu4j-").toRealPath();
    try {
      return checked(path, Ownership.ofThisUser(), false);
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /**
   * Returns a filled folder in the cache, which later starts reuse; if the cache cannot be used or
   * filled, a temporary one, and logs a warning that says why.
   *
   * <p>The cache is {@code bpu4j.cache.dir} (system property), {@code BPU4J_CACHE_DIR}
   * (environment), or the platform's cache folder of this user.
   *
   * @param name of the folder within the cache
   * @throws IOException if a temporary one cannot be filled either, with both reasons
   */
  public static PrivateFolder filled(String name, Filling filling) throws IOException {
    String reason;
    try {
      return filled(at(CacheFolder.ofThisUser().resolve(name)), filling);
    } catch (IOException | RuntimeException e) {
      reason = reason(e);
    }
    try {
      PrivateFolder fresh = filled(fresh(), filling);
      LOG.warn(
          "native code cannot be kept in the cache ({}); it is unpacked at each start, which takes"
              + " longer: {}",
          reason,
          REMEDY);
      return fresh;
    } catch (IOException e) {
      throw new IOException(
          ("no folder to unpack native code to: the cache cannot be used (%s), nor a temporary"
                  + " folder (%s); %s")
              .formatted(reason, reason(e), REMEDY),
          e);
    }
  }

  private static PrivateFolder filled(PrivateFolder folder, Filling filling) throws IOException {
    try {
      filling.fill(folder);
      return folder;
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** Completes the messages of the file system, which are often only a path. */
  private static String reason(Exception failure) {
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    }
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": no such file or folder";
    }
    String message = failure.getMessage();
    return message != null && failure instanceof IOException ? message : failure.toString();
  }

  private static Path made(Path path, Ownership ownership) throws IOException {
    Path parent = path.getParent();
    if (parent == null || Files.isDirectory(path)) {
      return path.toRealPath();
    }
    Path above = made(parent, ownership);
    ownership.requireTrustedPath(above);
    Path own = above.resolve(path.getFileName());
    try {
      Files.createDirectory(own, OwnerMode.ALL.attributes(own));
      OwnerMode.ALL.set(own);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(own)) {
        throw new IOException(own + " is not a folder; delete it, or use another folder", e);
      }
    }
    return own.toRealPath();
  }

  private static PrivateFolder checked(Path path, Ownership ownership, boolean kept)
      throws IOException {
    Path parent = path.getParent();
    if (parent != null) {
      ownership.requireTrustedPath(parent);
    }
    ownership.requireOwn(path);
    OwnerMode.ALL.set(path);
    return new PrivateFolder(path, ownership, kept);
  }

  /** Returns its path without symbolic links. */
  public Path path() {
    return path;
  }

  /** Whether it contains a file with that name that only this user can have written. */
  public boolean has(String file) throws IOException {
    return ownership.isOwnFile(resolve(file));
  }

  /**
   * Writes a read-only file, replacing an existing one.
   *
   * <p>The file appears under its name only when it is complete on disk, even if several processes
   * write it at once and some are killed.
   *
   * @return the file
   * @throws IOException if it cannot be written; an existing file is then unchanged
   */
  public Path write(String file, Content content) throws IOException {
    Path target = resolve(file);
    new WholeFile(target).write(content);
    return target;
  }

  /**
   * Returns the path of a file in this folder, whether or not it exists.
   *
   * @throws IllegalArgumentException if the name is not plain and could lead outside the folder
   */
  public Path resolve(String file) {
    Path resolved = path.resolve(file);
    if (!path.equals(resolved.getParent()) || !resolved.equals(resolved.normalize())) {
      throw new IllegalArgumentException("\"" + file + "\" is not the plain name of a file");
    }
    return resolved;
  }

  /**
   * Deletes a temporary folder with its files; a folder in the cache is kept.
   *
   * <p>A loaded library keeps working after its file is deleted, except on Windows, which does not
   * allow that; there the file is left.
   */
  @Override
  public void close() {
    if (kept) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.delete(path);
    } catch (IOException e) {
      LOG.debug("{} was not deleted", path, e);
    }
  }
}
