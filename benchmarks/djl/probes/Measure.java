// SPDX-License-Identifier: Apache-2.0
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/** What both sides of the comparison print, in one line a process. */
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
      long from = System.nanoTime();
      classify.call();
      nanos[i] = System.nanoTime() - from;
    }
    bytes = (threads.getCurrentThreadAllocatedBytes() - bytes) / frames;
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%d %d %d %d%n",
        best,
        firstMillis,
        nanos[frames / 2] / 1000,
        bytes);
  }
}
