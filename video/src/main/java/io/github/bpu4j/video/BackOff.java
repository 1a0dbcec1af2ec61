// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import java.time.Duration;

/** The pauses between attempts to reconnect: half a second, doubled each time up to 15 s. */
final class BackOff {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private Duration next = FIRST;

  Duration next() {
    Duration pause = next;
    Duration doubled = pause.multipliedBy(2);
    next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return pause;
  }

  void reset() {
    next = FIRST;
  }
}
