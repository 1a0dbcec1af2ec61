// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.api.Timings;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Records when answers arrived within a window of time, and how long each took; thread-safe. */
final class TimedAnswers {
  private static final int ROOM = 1 << 20;

  private final long start;
  private final long end;
  private final AtomicInteger size = new AtomicInteger();
  private final long[] times = new long[ROOM];
  private final long[] latencies = new long[ROOM];
  private final @Nullable Timings[] timings = new Timings[ROOM];

  /** Records answers from {@code start} to {@code end}, of {@link System#nanoTime}. */
  TimedAnswers(long start, long end) {
    this.start = start;
    this.end = end;
  }

  void add(long time, long latencyNanos, Timings parts) {
    if (time < start || time > end) {
      return;
    }
    int at = size.getAndIncrement();
    if (at < ROOM) {
      times[at] = time;
      latencies[at] = latencyNanos;
      timings[at] = parts;
    }
  }

  /** Call it when all threads are done. */
  void freeze() {
    size.set(count());
    Arrays.sort(times, 0, count());
    Arrays.sort(latencies, 0, count());
  }

  int count() {
    return Math.min(size.get(), ROOM);
  }

  /**
   * Returns answers per second between the first and the last, so that the window's edges do not
   * count.
   */
  double fps() {
    int count = count();
    return count < 2 ? Double.NaN : (count - 1) * 1e9 / (times[count - 1] - times[0]);
  }

  /**
   * Returns the milliseconds that a share of the latencies does not exceed; 1 gives the longest.
   */
  double percentile(double share) {
    int count = count();
    return count == 0
        ? Double.NaN
        : latencies[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1e6;
  }

  /** Mean latency in milliseconds. */
  double meanMs() {
    return Arrays.stream(latencies, 0, count()).average().orElse(Double.NaN) / 1e6;
  }

  /** Mean of one part in milliseconds. */
  double meanMs(ToLongFunction<Timings> part) {
    return Arrays.stream(timings, 0, count())
            .mapToLong(each -> each == null ? 0 : part.applyAsLong(each))
            .average()
            .orElse(Double.NaN)
        / 1e6;
  }
}
