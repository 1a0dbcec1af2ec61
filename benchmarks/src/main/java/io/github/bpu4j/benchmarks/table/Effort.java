// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How long to measure.
 *
 * @param quick whether figures only have to show that everything runs
 * @param rounds how often both sides of a comparison run in turn
 * @param rows which comparisons to make
 * @param soak duration of the soak test
 */
record Effort(boolean quick, int rounds, Pattern rows, Duration soak) {
  /** Duration of the measurement of one table cell. */
  Duration cell() {
    return Duration.ofMillis(quick ? 300 : 1500);
  }

  /** Warm-up before a cell, whose results are discarded. */
  Duration cellWarmUp() {
    return Duration.ofMillis(quick ? 100 : 400);
  }

  /** Warm-up before the first cell, for the JVM's compiler. */
  Duration warmUp() {
    return Duration.ofMillis(quick ? 300 : 4000);
  }

  /** How often a process is started. */
  int starts() {
    return quick ? 1 : 7;
  }

  /** Returns all of them, or the first if figures do not matter. */
  <T> List<T> some(List<T> all) {
    return quick ? all.subList(0, 1) : all;
  }

  /** Whether a comparison is wanted. */
  boolean wants(Pairing pairing) {
    return rows.matcher(pairing.toString()).find();
  }
}
