// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Tells when the operating system started this process. */
public final class ProcessStart {
  private static final double TICKS_PER_SECOND = 100;
  private static final int START_FIELD = 19;

  private ProcessStart() {}

  /**
   * Milliseconds since the start, accurate to about 10 ms.
   *
   * <p>Linux reports both the start and the current time in hundredths of a second since boot. The
   * JDK's {@code startInstant()} knows the boot time only to the second, so it is used elsewhere
   * only.
   */
  public static double millisAgo() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String uptime = Files.readString(Path.of("/proc/uptime"));
      String[] fieldsAfterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      double start = Double.parseDouble(fieldsAfterName[START_FIELD]) / TICKS_PER_SECOND;
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
