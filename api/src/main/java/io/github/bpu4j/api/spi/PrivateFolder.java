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
 * A folder in which this user alone decides what stands: what it loads from here, it wrote itself.
 *
 * <p>The folder belongs to this user, with mode 0700. Every folder above belongs to root or to this
 * user, and nobody else can write it, unless it is sticky as {@code /tmp}. A group may write where
 * this user or root is its only member. On Windows, where this was never run, the folder's owner
 * alone is checked.
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

  /** What goes into a folder, or a check of what is in it. */
  @FunctionalInterface
  public interface Filling {
    void fill(PrivateFolder folder) throws IOException;
  }

  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * The folder at a path, made with all that is missing above it.
   *
   * @throws IOException when it cannot be made; when it, or a folder above it, belongs to somebody
   *     else or can be written by others: the message names the folder and the remedy
   */
  public static PrivateFolder at(Path path) throws IOException {
    Ownership ownership = Ownership.ofThisUser();
    return checked(made(path.toAbsolutePath(), ownership), ownership, true);
  }

  /**
   * A new folder among the system's temporary files, of which nothing remains after {@link
   * #close()}.
   *
   * @throws IOException when none can be made, or when others could swap it
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
   * A filled folder in the cache, which later starts find filled; where the cache cannot be used or
   * filled, a fresh one, with a warning that says why.
   *
   * <p>The cache is {@code bpu4j.cache.dir} (system property), {@code BPU4J_CACHE_DIR}
   * (environment), or the platform's folder for caches of this user.
   *
   * @param name of the folder within the cache
   * @throws IOException when a fresh one cannot be filled either, with both reasons
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
          ("no folder to unpack native code to: the cache cannot be used (%s), nor a fresh folder"
                  + " among temporary files (%s); %s")
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

  /** Messages of our own say all; those of the file system may be a path and no more. */
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
        throw new IOException(own + " is no folder", e);
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

  /** Where it is, without symbolic links. */
  public Path path() {
    return path;
  }

  /** Whether a file of that name is here that only this user can have written. */
  public boolean has(String file) throws IOException {
    return ownership.isOwnFile(resolve(file));
  }

  /**
   * Writes a file, which nobody may write any more, in place of one that may be here.
   *
   * <p>It gets its name when all of it is on the disk: a file of that name is whole, also when many
   * processes write it at once and some are killed.
   *
   * @return the file
   * @throws IOException when it cannot be written; what is here then stays as it was
   */
  public Path write(String file, Content content) throws IOException {
    Path target = resolve(file);
    new WholeFile(target).write(content);
    return target;
  }

  /**
   * Where a file of that name is, or would be.
   *
   * @throws IllegalArgumentException when it is no plain name and could lead elsewhere
   */
  public Path resolve(String file) {
    Path resolved = path.resolve(file);
    if (!path.equals(resolved.getParent()) || !resolved.equals(resolved.normalize())) {
      throw new IllegalArgumentException("\"" + file + "\" is not the plain name of a file");
    }
    return resolved;
  }

  /**
   * Removes a fresh folder with its files; one in the cache stays.
   *
   * <p>A library may be loaded already: where the system keeps what is in use, as all but Windows
   * do, its file goes at once. On Windows it stays.
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
      LOG.debug("{} is left behind", path, e);
    }
  }
}
