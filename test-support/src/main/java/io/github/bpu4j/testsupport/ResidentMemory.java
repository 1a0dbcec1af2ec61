// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads how much memory this process occupies, Java heap and native memory together. */
public final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /**
   * Returns the bytes in physical memory now, in steps of 1024.
   *
   * @return the kernel's {@code VmRSS}; 0 without {@code /proc}, so that no growth is seen
   */
  public static long bytes() throws IOException {
    return Files.exists(STATUS) ? bytes("VmRSS:", Files.readAllLines(STATUS)) : 0;
  }

  /**
   * The most bytes in physical memory so far, in steps of 1024.
   *
   * @return the kernel's {@code VmHWM}; 0 where there is no {@code /proc}
   */
  public static long peakBytes() throws IOException {
    return Files.exists(STATUS) ? bytes("VmHWM:", Files.readAllLines(STATUS)) : 0;
  }

  static long bytes(String key, List<String> status) throws IOException {
    for (String line : status) {
      if (line.startsWith(key)) {
        return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException(STATUS + " has no line " + key);
  }
}
