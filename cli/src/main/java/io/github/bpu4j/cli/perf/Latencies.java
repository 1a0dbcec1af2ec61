// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.perf;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The latencies of one or more pictures, in nanoseconds. */
public final class Latencies {
  private final long[] sorted;

  /** Copies latencies, which may be in any order. */
  Latencies(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("no latencies; at least one is needed");
    }
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /** In ascending order, in milliseconds. */
  DoubleStream millis() {
    return Arrays.stream(sorted).mapToDouble(nanos -> nanos / 1e6);
  }

  int count() {
    return sorted.length;
  }

  long min() {
    return sorted[0];
  }

  long max() {
    return sorted[sorted.length - 1];
  }

  double average() {
    return Arrays.stream(sorted).average().orElseThrow();
  }

  /** The shortest latency that a part (0..1) of the pictures does not exceed. */
  public long percentile(double part) {
    int rank = (int) Math.ceil(part * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }
}
