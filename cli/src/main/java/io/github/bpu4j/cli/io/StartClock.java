// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Measures where the time goes between the start of the process and the first answer.
 *
 * <p>This includes the launcher, which turns into the JVM by {@code exec}.
 */
public final class StartClock {
  private static final int NAME = 24;

  private final Map<Text, Double> phases = new LinkedHashMap<>();
  private long last = System.nanoTime();

  /** Starts at the beginning of {@code main}. */
  public StartClock(boolean asked) {
    if (asked) {
      phases.put(Text.of("timing.start", "launcher and JVM"), ProcessStart.millisAgo());
    }
  }

  /** Ends a phase; has no effect on a phase that has ended before. */
  public void end(Text phase) {
    long now = System.nanoTime();
    phases.putIfAbsent(phase, (now - last) / 1e6);
    last = now;
  }

  /** One line per phase, in milliseconds, and their sum. */
  public String report(Texts texts) {
    StringBuilder text =
        new StringBuilder(texts.text("timing.title", "from process start to first answer:"));
    double sum = 0;
    for (Map.Entry<Text, Double> phase : phases.entrySet()) {
      sum += phase.getValue();
      text.append(row(texts.text(phase.getKey()), phase.getValue()));
    }
    return text.append(row(texts.text("timing.total", "total"), sum)).toString();
  }

  private static String row(String name, double millis) {
    return String.format(Locale.ROOT, "%n  %s %8.1f ms", TerminalText.pad(name, NAME), millis);
  }
}
