// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * Type and permissions, owner and group of a file, from {@code lstat}.
 *
 * <p>Java's POSIX view lacks the sticky bit; the {@code unix} view on Linux and macOS has it.
 */
record UnixStat(int mode, int uid, int gid) {
  private static final int TYPE = 0170000;
  private static final int REGULAR = 0100000;
  private static final int PERMISSIONS = 07777;
  private static final int STICKY = 01000;
  private static final int GROUP_WRITES = 020;
  private static final int OTHERS_WRITE = 02;

  /** Whether this system's files have these attributes. */
  static boolean isKnown() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("unix");
  }

  static UnixStat of(Path path) throws IOException {
    Map<String, Object> values =
        Files.readAttributes(path, "unix:mode,uid,gid", LinkOption.NOFOLLOW_LINKS);
    return new UnixStat(number(values, "mode"), number(values, "uid"), number(values, "gid"));
  }

  private static int number(Map<String, Object> values, String name) {
    return (Integer) values.getOrDefault(name, -1);
  }

  boolean isRegularFile() {
    return (mode & TYPE) == REGULAR;
  }

  boolean isSticky() {
    return (mode & STICKY) != 0;
  }

  boolean groupCanWrite() {
    return (mode & GROUP_WRITES) != 0;
  }

  boolean othersCanWrite() {
    return (mode & OTHERS_WRITE) != 0;
  }

  /** Returns the argument of {@code chmod}, such as {@code 0755}. */
  String permissions() {
    return "%04o".formatted(mode & PERMISSIONS);
  }
}
