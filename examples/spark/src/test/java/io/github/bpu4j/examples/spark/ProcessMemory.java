// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The most memory that processes of each kind occupied, as far as it was looked at. */
final class ProcessMemory {
  private final Map<String, Long> megabytes = new TreeMap<>();

  /** Looks at processes, of which some may have ended meanwhile. */
  void look(Map<Long, String> processes) {
    processes.forEach((pid, name) -> megabytes.merge(name, peak(pid), Math::max));
  }

  private static long peak(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException ended) {
      return 0;
    }
    return 0;
  }

  /** For example {@code {Master=230, Worker=240} MB}. */
  @Override
  public String toString() {
    return megabytes + " MB";
  }
}
