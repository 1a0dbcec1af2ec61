// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where the time goes between the start of the process and the first answer.
 *
 * <p>The launcher's own work is inside, since it becomes the JVM by {@code exec}.
 */
public final class StartClock {
  private final Map<String, Double> phases = new LinkedHashMap<>();
  private long last = System.nanoTime();

  /** A clock that stands at the start of {@code main}. */
  public StartClock(boolean asked) {
    if (asked) {
      phases.put("launcher and JVM", ProcessStart.millisAgo());
    }
  }

  /** Ends a phase; a name that was ended before is left as it was. */
  public void end(String phase) {
    long now = System.nanoTime();
    phases.putIfAbsent(phase, (now - last) / 1e6);
    last = now;
  }

  /** One line a phase, in milliseconds, with their sum. */
  public String report() {
    StringBuilder text = new StringBuilder("from process start to first answer:");
    double sum = 0;
    for (Map.Entry<String, Double> phase : phases.entrySet()) {
      sum += phase.getValue();
      text.append(
          String.format(Locale.ROOT, "%n  %-24s %8.1f ms", phase.getKey(), phase.getValue()));
    }
    return text.append(String.format(Locale.ROOT, "%n  %-24s %8.1f ms", "together", sum))
        .toString();
  }
}
