// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

/** Answers per second over the last two seconds. Thread-safe. */
final class AnswerRate {
  private static final long WINDOW = 2_000_000_000L;

  private final long[] times = new long[256];
  private int count;
  private int next;

  /** Notes an answer at this time of {@link System#nanoTime}. */
  synchronized void add(long now) {
    times[next] = now;
    next = (next + 1) % times.length;
    count = Math.min(count + 1, times.length);
  }

  /** The rate now; 0 with fewer than two answers in the window. */
  synchronized double perSecond(long now) {
    int inside = 0;
    while (inside < count && now - time(inside) <= WINDOW) {
      inside++;
    }
    if (inside < 2) {
      return 0;
    }
    long span = time(0) - time(inside - 1);
    return span <= 0 ? 0 : (inside - 1) * 1e9 / span;
  }

  /** The time of the answer that many before the last. */
  private long time(int before) {
    return times[Math.floorMod(next - 1 - before, times.length)];
  }
}
