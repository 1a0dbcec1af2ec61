// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;

/** Whom the files belong to that this process makes; the property {@code user.name} may lie. */
final class ThisUser {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ThisUser() {}

  /** As Linux says, else the owner of a file made for that. */
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

  /** The last of real, effective, saved and file system uid is the one that files get. */
  static int fileSystemUid(List<String> status) throws IOException {
    for (String line : status) {
      if (line.startsWith("Uid:")) {
        return Integer.parseUnsignedInt(line.substring(line.lastIndexOf('\t') + 1));
      }
    }
    throw new IOException(STATUS + " has no line Uid:");
  }

  /** The owner of a file made for that. */
  static UserPrincipal principal() throws IOException {
    Path probe = Files.createTempFile("bpu4j-", ".owner");
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }
}
