// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Permissions that leave nothing to others; Windows has none of the kind, and is left as it is. */
enum OwnerMode {
  /** 0700, of folders. */
  ALL("rwx------"),
  /** 0500, of files; some systems want what they load to be executable. */
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

  /** For a file about to be made, which must not be open to others for a moment. */
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
