// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param quick whether figures only have to show that everything runs
 * @param soak how long the soak lasts
 */
record Effort(boolean quick, Duration soak) {
  /** The time of one cell of a table. */
  Duration cell() {
    return Duration.ofMillis(quick ? 300 : 1500);
  }

  /** What runs before a cell and is thrown away. */
  Duration cellWarmUp() {
    return Duration.ofMillis(quick ? 100 : 400);
  }

  /** What runs before the first cell, for the compiler of the JVM. */
  Duration warmUp() {
    return Duration.ofMillis(quick ? 300 : 4000);
  }

  /** How often a process is started. */
  int starts() {
    return quick ? 1 : 7;
  }
}
