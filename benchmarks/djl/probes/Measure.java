// SPDX-License-Identifier: Apache-2.0
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** What both sides of the comparison print, in one line per process. */
final class Measure {
  private Measure() {}

  /**
   * Answers many frames and prints the class, milliseconds from the start of the process to the
   * first answer, median microseconds of a later one, and bytes of heap that it takes.
   */
  static void run(int frames, Callable<Integer> classify) throws Exception {
    int best = classify.call();
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    long firstMillis = System.currentTimeMillis() - started;
    for (int i = 0; i < frames / 4; i++) {
      classify.call();
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] nanos = new long[frames];
    long bytes = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < frames; i++) {
      nanos[i] = nanos(classify);
    }
    bytes = (threads.getCurrentThreadAllocatedBytes() - bytes) / frames;
    System.out.printf(
        Locale.ROOT, "%d %d %d %d%n", best, firstMillis, medianMicros(nanos), bytes);
  }

  /** How long one answer takes. */
  static long nanos(Callable<?> classify) throws Exception {
    long from = System.nanoTime();
    classify.call();
    return System.nanoTime() - from;
  }

  /** The median of nanoseconds, which are sorted by this, in microseconds. */
  static long medianMicros(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] / 1000;
  }
}
