// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.time.Duration;

/** Deadlines of {@link System#nanoTime()} that a long duration cannot overflow. */
final class Deadline {
  private static final Duration LONGEST = Duration.ofDays(365);

  private Deadline() {}

  /** Returns the deadline after a duration, which counts as at most a year. */
  static long after(Duration time) {
    return System.nanoTime() + (time.compareTo(LONGEST) < 0 ? time : LONGEST).toNanos();
  }
}
