// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.time.Duration;
import java.util.List;

/** How much of a run is left, as estimated from what its sections took on two quiet cores. */
final class Progress {
  private static final String END = "bpu4j.performance.end";

  private final long start = System.nanoTime();
  private final boolean quick;
  private final double all;
  private double done;

  Progress(List<SectionName> sections, boolean quick) {
    this.quick = quick;
    all = sections.stream().mapToDouble(this::seconds).sum();
  }

  /** Counts a section as done. */
  void ended(SectionName section) {
    done += seconds(section);
  }

  /** The option that tells the process of a section when the run ends. */
  String option() {
    double slower = done == 0 ? 1 : Math.max(0.1, elapsed().toMillis() / 1000.0 / done);
    double left = (all - done) * slower;
    return "-D" + END + "=" + Math.round(System.currentTimeMillis() + 1000 * left);
  }

  /** Time since the start. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** What to add to a line of output in the process of a section. */
  static String left() {
    long end = Long.getLong(END, 0);
    long seconds = Math.max(0, end - System.currentTimeMillis()) / 1000;
    return end == 0 ? "" : " (about %d:%02d left)".formatted(seconds / 60, seconds % 60);
  }

  private double seconds(SectionName section) {
    return quick ? section.quickSeconds() : section.seconds();
  }
}
