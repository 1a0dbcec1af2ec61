// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.perf;

import java.util.Arrays;
import java.util.List;

/** What a whole run measured. */
final class Measurement {
  private final long startNanos;
  private final long[] ends;
  private final long[] latencies;
  private final Samples.Phases phases;
  private final long failed;

  private Measurement(
      long startNanos, long[] ends, long[] latencies, Samples.Phases phases, long failed) {
    this.startNanos = startNanos;
    this.ends = ends;
    this.latencies = latencies;
    this.phases = phases;
    this.failed = failed;
  }

  static Measurement of(List<Samples> threads, long startNanos, long failed) {
    long[] ends = threads.stream().map(Samples::ends).flatMapToLong(Arrays::stream).toArray();
    long[] latencies =
        threads.stream().map(Samples::latencies).flatMapToLong(Arrays::stream).toArray();
    Samples.Phases phases =
        threads.stream()
            .map(Samples::phases)
            .reduce(new Samples.Phases(0, 0, 0, 0, 0), Samples.Phases::plus);
    return new Measurement(startNanos, ends, latencies, phases, failed);
  }

  /** Pictures that were answered. */
  int answered() {
    return ends.length;
  }

  /** Pictures without an answer. */
  long failed() {
    return failed;
  }

  /** From the beginning of the first picture to the last answer. */
  long elapsedNanos() {
    return Arrays.stream(ends).max().orElse(startNanos) - startNanos;
  }

  double framesPerSecond() {
    return ends.length * 1e9 / elapsedNanos();
  }

  /** When a picture was answered, in seconds since the start. */
  double secondsAt(int index) {
    return (ends[index] - startNanos) / 1e9;
  }

  /** How long the same picture took. */
  double millisAt(int index) {
    return latencies[index] / 1e6;
  }

  Latencies latencies() {
    return new Latencies(latencies);
  }

  /** The phases of all pictures together. */
  Samples.Phases phases() {
    return phases;
  }
}
