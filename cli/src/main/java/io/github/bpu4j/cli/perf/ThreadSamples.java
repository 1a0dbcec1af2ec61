// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.perf;

import io.github.bpu4j.api.Timings;
import java.util.Arrays;

/**
 * The measurements of one thread; grows on demand, 16 bytes per picture.
 *
 * <p>Written by one thread and read after it has ended; only {@link #count} may be read earlier.
 */
final class ThreadSamples {
  private long[] ends = new long[1024];
  private long[] latencies = new long[1024];
  private volatile int count;
  private long decode;
  private long queue;
  private long preprocess;
  private long infer;
  private long postprocess;

  /** Records one picture: when its result arrived, its latency and its phases. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
  void add(long end, long latency, Timings timings) {
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
      latencies = Arrays.copyOf(latencies, 2 * count);
    }
    ends[count] = end;
    latencies[count] = latency;
    decode += timings.decodeNanos();
    queue += timings.queueNanos();
    preprocess += timings.preprocessNanos();
    infer += timings.inferNanos();
    postprocess += timings.postprocessNanos();
    count++;
  }

  int count() {
    return count;
  }

  long[] ends() {
    return Arrays.copyOf(ends, count);
  }

  long[] latencies() {
    return Arrays.copyOf(latencies, count);
  }

  /** The phases summed over all pictures. */
  Phases phases() {
    return new Phases(decode, queue, preprocess, infer, postprocess);
  }

  /** Nanoseconds per phase, summed over many pictures. */
  record Phases(long decode, long queue, long preprocess, long infer, long postprocess) {
    Phases plus(Phases more) {
      return new Phases(
          decode + more.decode,
          queue + more.queue,
          preprocess + more.preprocess,
          infer + more.infer,
          postprocess + more.postprocess);
    }
  }
}
