// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A new folder among the temporary files that only this user can write or replace, to unpack native
 * code to; closing it removes it.
 *
 * <p>It has mode 0700. Every folder above it belongs to root or to this user, and nobody else can
 * write to it unless it is sticky, like {@code /tmp}. Where the file system has no such modes, as
 * on Windows, temporary files are the user's own and nothing is checked.
 */
final class UnpackingFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UnpackingFolder.class);
  private static final int WRITABLE_BY_OTHERS = 022;
  private static final int STICKY = 01000;

  private final Path path;

  private UnpackingFolder(Path path) {
    this.path = path;
  }

  static UnpackingFolder create() throws IOException {
    Path path = Files.createTempDirectory("bpu4j-webp-").toRealPath();
    UnpackingFolder folder = new UnpackingFolder(path);
    try {
      if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
        folder.requirePrivate();
      }
      return folder;
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  private void requirePrivate() throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    int user = attribute(path, "unix:uid");
    for (Path above = path.getParent(); above != null; above = above.getParent()) {
      int owner = attribute(above, "unix:uid");
      int mode = attribute(above, "unix:mode");
      boolean isOpen = (mode & WRITABLE_BY_OTHERS) != 0 && (mode & STICKY) == 0;
      if (isOpen || (owner != 0 && owner != user)) {
        throw new IOException(above + " can be written by others than this user");
      }
    }
  }

  private static int attribute(Path path, String name) throws IOException {
    return (Integer) Files.getAttribute(path, name);
  }

  Path path() {
    return path;
  }

  /** Removes the folder with its files; on Windows those in use stay. */
  @Override
  public void close() {
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
