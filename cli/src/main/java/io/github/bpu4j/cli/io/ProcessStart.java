// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** When the operating system started this process. */
public final class ProcessStart {
  private static final double TICKS_A_SECOND = 100;
  private static final int START_FIELD = 19;

  private ProcessStart() {}

  /**
   * Milliseconds since the start, to about 10 ms.
   *
   * <p>Linux tells start and now in hundredths of a second since boot. The JDK's own {@code
   * startInstant()} knows the boot only to the second, so it serves elsewhere alone.
   */
  public static double millisAgo() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String uptime = Files.readString(Path.of("/proc/uptime"));
      String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      double start = Double.parseDouble(behindName[START_FIELD]) / TICKS_A_SECOND;
      return (Double.parseDouble(uptime.substring(0, uptime.indexOf(' '))) - start) * 1000;
    } catch (IOException | IndexOutOfBoundsException | NumberFormatException e) {
      return ProcessHandle.current()
          .info()
          .startInstant()
          .map(start -> Duration.between(start, Instant.now()).toNanos() / 1e6)
          .orElse(Double.NaN);
    }
  }
}
