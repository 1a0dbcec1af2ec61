// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Measures where the time goes between the start of the process and the first answer.
 *
 * <p>This includes the launcher, which turns into the JVM by {@code exec}.
 */
public final class StartClock {
  private final Map<String, Double> phases = new LinkedHashMap<>();
  private long last = System.nanoTime();

  /** Starts at the beginning of {@code main}. */
  public StartClock(boolean asked) {
    if (asked) {
      phases.put("launcher and JVM", ProcessStart.millisAgo());
    }
  }

  /** Ends a phase; has no effect on a phase that has ended before. */
  public void end(String phase) {
    long now = System.nanoTime();
    phases.putIfAbsent(phase, (now - last) / 1e6);
    last = now;
  }

  /** One line per phase, in milliseconds, and their sum. */
  public String report() {
    StringBuilder text = new StringBuilder("from process start to first answer:");
    double sum = 0;
    for (Map.Entry<String, Double> phase : phases.entrySet()) {
      sum += phase.getValue();
      text.append(
          String.format(Locale.ROOT, "%n  %-24s %8.1f ms", phase.getKey(), phase.getValue()));
    }
    return text.append(String.format(Locale.ROOT, "%n  %-24s %8.1f ms", "total", sum)).toString();
  }
}
