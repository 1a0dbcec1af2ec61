// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

/** Microseconds since its creation, each reading later than the last. */
final class ArrivalClock {
  private final long start = System.nanoTime();
  private long last = -1;

  long next() {
    last = Math.max(last + 1, (System.nanoTime() - start) / 1000);
    return last;
  }
}
