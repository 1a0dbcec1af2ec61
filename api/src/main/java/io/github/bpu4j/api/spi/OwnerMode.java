// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Permissions for the owner only; Windows has no equivalent and is left alone. */
enum OwnerMode {
  /** 0700, of folders. */
  ALL("rwx------"),
  /** 0500, of files; some systems require executable permission for libraries. */
  READ_ONLY("r-x------");

  private final String permissions;

  OwnerMode(String permissions) {
    this.permissions = permissions;
  }

  private Set<PosixFilePermission> permissions() {
    return PosixFilePermissions.fromString(permissions);
  }

  static boolean isKnown(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  /** For a file about to be created, which must not be accessible to others even briefly. */
  FileAttribute<?>[] attributes(Path near) {
    return isKnown(near)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions())}
        : new FileAttribute<?>[0];
  }

  void set(Path path) throws IOException {
    if (isKnown(path) && !Files.getPosixFilePermissions(path).equals(permissions())) {
      Files.setPosixFilePermissions(path, permissions());
    }
  }
}
