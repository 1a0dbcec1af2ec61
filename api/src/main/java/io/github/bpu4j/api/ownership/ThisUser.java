// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/**
 * The owner of files that this process creates; the property {@code user.name} need not be right.
 */
final class ThisUser {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ThisUser() {}

  /** Returns what Linux reports, or else the owner of a temporary file. */
  static int uid() throws IOException {
    if (Files.isReadable(STATUS)) {
      return fileSystemUid(Files.readAllLines(STATUS));
    }
    Path probe = Files.createTempFile("bpu4j-", ".owner");
    try {
      return UnixStat.of(probe).uid();
    } finally {
      Files.delete(probe);
    }
  }

  /** Returns the last of real, effective, saved and file system uid, which owns new files. */
  static int fileSystemUid(List<String> status) throws IOException {
    for (String line : status) {
      if (line.startsWith("Uid:")) {
        return Integer.parseUnsignedInt(line.substring(line.lastIndexOf('\t') + 1));
      }
    }
    throw new IOException(STATUS + " has no line Uid:");
  }

  /** Returns the owner of a temporary file. */
  static UserPrincipal principal() throws IOException {
    Path probe = Files.createTempFile("bpu4j-", ".owner");
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }
}
