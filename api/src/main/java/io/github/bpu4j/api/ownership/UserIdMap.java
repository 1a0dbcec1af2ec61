// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.ownership;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The users that exist in this process's user namespace.
 *
 * <p>Linux shows all others as one number, the overflow uid (65534 by default): two files with that
 * owner may belong to different users. See user_namespaces(7).
 */
record UserIdMap(List<Range> ranges) {
  private static final Path OF_THIS_PROCESS = Path.of("/proc/self/uid_map");

  UserIdMap {
    ranges = List.copyOf(ranges);
  }

  /** Unsigned 32-bit numbers, from {@code first}. */
  record Range(long first, long count) {
    boolean contains(int uid) {
      long offset = Integer.toUnsignedLong(uid) - first;
      return offset >= 0 && offset < count;
    }
  }

  /** Returns the map of this process; outside Linux, one that contains all users. */
  static UserIdMap ofThisProcess() throws IOException {
    return Files.isReadable(OF_THIS_PROCESS)
        ? parse(Files.readAllLines(OF_THIS_PROCESS))
        : new UserIdMap(List.of(new Range(0, 1L << Integer.SIZE)));
  }

  /** Parses lines of three columns: first uid inside, first uid outside, count. */
  static UserIdMap parse(List<String> lines) {
    return new UserIdMap(
        lines.stream()
            .map(line -> line.strip().split("\\s+"))
            .map(columns -> new Range(Long.parseLong(columns[0]), Long.parseLong(columns[2])))
            .toList());
  }

  /** Whether the number stands for exactly one user. */
  boolean contains(int uid) {
    return ranges.stream().anyMatch(range -> range.contains(uid));
  }
}
