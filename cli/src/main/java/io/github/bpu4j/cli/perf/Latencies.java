// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.perf;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The times of many pictures, at least one, in nanoseconds. */
final class Latencies {
  private final long[] sorted;

  /** Takes them in any order. */
  Latencies(long[] nanos) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("no picture was measured");
    }
    sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /** From shortest to longest, in milliseconds. */
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

  /** The shortest time that this part of the pictures does not exceed, part in 0..1. */
  long percentile(double part) {
    int rank = (int) Math.ceil(part * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }
}
