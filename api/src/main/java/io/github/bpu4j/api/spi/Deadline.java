// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.time.Duration;

/** Points of {@link System#nanoTime()}, which a long duration must not carry past a long. */
final class Deadline {
  private static final Duration LONGEST = Duration.ofDays(365);

  private Deadline() {}

  /** That long from now, a year at most. */
  static long after(Duration time) {
    return System.nanoTime() + (time.compareTo(LONGEST) < 0 ? time : LONGEST).toNanos();
  }
}
