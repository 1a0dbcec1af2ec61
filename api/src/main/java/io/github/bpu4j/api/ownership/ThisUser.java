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
      String[] words = line.split("\\s+", -1);
      if (words.length == 5 && words[0].equals("Uid:")) {
        return Integer.parseUnsignedInt(words[4]);
      }
    }
    throw new IOException(STATUS + " has no line of four uids");
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
