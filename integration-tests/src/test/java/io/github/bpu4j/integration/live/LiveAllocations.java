// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

import com.sun.management.ThreadMXBean;
import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.Timings;
import io.github.bpu4j.api.live.LiveClassifier;
import io.github.bpu4j.api.live.LiveListener;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.api.live.Smoothing;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A program that prints how many bytes all threads allocate for a steady frame, and how many it
 * takes to build its result once more from its parts. For the interpreter, which optimizes no
 * allocation away.
 */
final class LiveAllocations {
  private static final int FRAMES = 1000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static volatile LiveResult last = null;
  private static final AtomicInteger DELIVERED = new AtomicInteger();

  private LiveAllocations() {}

  public static void main(String[] arguments) {
    for (Smoothing smoothing :
        List.of(
            Smoothing.none(),
            Smoothing.exponential(Duration.ofSeconds(1)),
            Smoothing.majority(Duration.ofNanos(50_000)))) {
      try (Classifier classifier = Classifier.builder().runtime(new FixedModel()).open()) {
        LiveClassifier live = classifier.live(new Keeper(), smoothing);
        FrameRing ring = new FrameRing(4, FixedModel.SIDE, FixedModel.SIDE);
        frames(live, ring, 0);
        long[] threads = streamThreads();
        long before = allocated(threads);
        frames(live, ring, FRAMES);
        double perFrame = (double) (allocated(threads) - before) / FRAMES;
        last = rebuild();
        before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < FRAMES; i++) {
          last = rebuild();
        }
        double perResult = (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / FRAMES;
        System.out.printf("%.0f %.0f%n", perFrame, perResult);
        live.close();
      }
    }
  }

  private static void frames(LiveClassifier live, FrameRing ring, int from) {
    for (int i = from; i < from + FRAMES; i++) {
      int expected = DELIVERED.get() + 1;
      FrameRing.Buffer buffer = ring.take();
      if (buffer == null) {
        throw new AssertionError("the ring is empty");
      }
      live.offer(buffer.frame, i, buffer);
      while (DELIVERED.get() != expected) {
        Thread.onSpinWait();
      }
    }
  }

  private static LiveResult rebuild() {
    LiveResult like = last;
    ClassificationResult result = like.result();
    List<Category> categories = new ArrayList<>(result.categories().size());
    for (int i = 0; i < result.categories().size(); i++) {
      Category category = result.categories().get(i);
      categories.add(
          new Category(
              category.index(), category.name(), category.displayName(), category.score()));
    }
    Timings times = result.timings();
    return new LiveResult(
        new ClassificationResult(
            categories,
            result.rawScores(),
            result.transform(),
            result.range(),
            result.model(),
            result.runtime(),
            result.simulated(),
            new Timings(
                times.decodeNanos(),
                times.queueNanos(),
                times.preprocessNanos(),
                times.inferNanos(),
                times.postprocessNanos(),
                times.totalNanos())),
        like.timestampMicros(),
        like.requestWaitNanos(),
        like.turnWaitNanos(),
        like.dropped());
  }

  private static long[] streamThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("bpu4j-live-"))
        .mapToLong(Thread::getId)
        .toArray();
  }

  /** By this thread and the stream's. */
  private static long allocated(long[] threads) {
    long sum = THREADS.getCurrentThreadAllocatedBytes();
    for (long thread : threads) {
      sum += THREADS.getThreadAllocatedBytes(thread);
    }
    return sum;
  }

  private record Keeper() implements LiveListener {
    @Override
    public void onResult(LiveResult result) {
      last = result;
      DELIVERED.incrementAndGet();
    }
  }
}
