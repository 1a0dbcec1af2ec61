// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.perf;

import java.util.Arrays;
import java.util.List;

/** The measurements of a whole run. */
public final class Measurement {
  private final long startNanos;
  private final long[] ends;
  private final long[] latencies;
  private final ThreadSamples.Phases phases;
  private final long failed;

  private Measurement(
      long startNanos, long[] ends, long[] latencies, ThreadSamples.Phases phases, long failed) {
    this.startNanos = startNanos;
    this.ends = ends;
    this.latencies = latencies;
    this.phases = phases;
    this.failed = failed;
  }

  static Measurement of(List<ThreadSamples> threads, long startNanos, long failed) {
    long[] ends = threads.stream().map(ThreadSamples::ends).flatMapToLong(Arrays::stream).toArray();
    long[] latencies =
        threads.stream().map(ThreadSamples::latencies).flatMapToLong(Arrays::stream).toArray();
    ThreadSamples.Phases phases =
        threads.stream()
            .map(ThreadSamples::phases)
            .reduce(new ThreadSamples.Phases(0, 0, 0, 0, 0), ThreadSamples.Phases::plus);
    return new Measurement(startNanos, ends, latencies, phases, failed);
  }

  /** Number of pictures that were classified. */
  public int answered() {
    return ends.length;
  }

  /** Number of pictures that failed. */
  long failed() {
    return failed;
  }

  /** Time from the start of the run to the last result. */
  long elapsedNanos() {
    return Arrays.stream(ends).max().orElse(startNanos) - startNanos;
  }

  /** Pictures per second, from the start of the run to the last result. */
  public double framesPerSecond() {
    return ends.length * 1e9 / elapsedNanos();
  }

  /** When a picture's result arrived, in seconds since the start of the run. */
  double secondsAt(int index) {
    return (ends[index] - startNanos) / 1e9;
  }

  /** The latency of the same picture. */
  double millisAt(int index) {
    return latencies[index] / 1e6;
  }

  public Latencies latencies() {
    return new Latencies(latencies);
  }

  /** The phases summed over all pictures. */
  ThreadSamples.Phases phases() {
    return phases;
  }
}
