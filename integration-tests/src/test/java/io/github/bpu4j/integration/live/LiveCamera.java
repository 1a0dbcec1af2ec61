// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

import com.sun.management.ThreadMXBean;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.live.LiveClassifier;
import io.github.bpu4j.api.live.LiveCounts;
import io.github.bpu4j.api.live.LiveListener;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.testsupport.ResidentMemory;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that offers frames at a fixed rate to the model on the stand-in and prints what became
 * of them. Arguments: model file, frames per second, seconds.
 */
final class LiveCamera implements LiveListener {
  private static final int BUFFERS = 12;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final FrameRing ring = new FrameRing(BUFFERS, 640, 480);
  private long lastDelivered = -1;
  private long disorder;
  private long slowest;

  private LiveCamera() {}

  public static void main(String[] arguments) throws Exception {
    int rate = Integer.parseInt(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    try (Classifier classifier =
        Classifier.builder()
            .model(Path.of(arguments[0]))
            .runtime("bpu")
            .concurrency(4)
            .warmup(4)
            .open()) {
      new LiveCamera().run(classifier, rate, Math.max(1, seconds / 5));
      new LiveCamera().run(classifier, rate, seconds);
    }
  }

  private void run(Classifier classifier, int rate, int seconds) throws Exception {
    LiveClassifier live = classifier.live(this);
    long heapBefore = heap();
    long residentBefore = ResidentMemory.bytes();
    long bytesBefore = allocated();
    long starved = 0;
    long frames = (long) rate * seconds;
    long start = System.nanoTime();
    for (long frame = 0; frame < frames; frame++) {
      long due = start + frame * TimeUnit.SECONDS.toNanos(1) / rate;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      FrameRing.Buffer buffer = ring.take();
      if (buffer == null) {
        starved++;
      } else if (!live.offer(buffer.frame, frame, buffer)) {
        throw new AssertionError("refused frame " + frame);
      }
    }
    double elapsed = (System.nanoTime() - start) / 1e9;
    long answeredInTime = live.counts().answered();
    // Before the threads of the stream end, and their counters with them.
    Outcomes.await("all outcomes", () -> live.counts().pending() == 0);
    long bytes = allocated() - bytesBefore;
    live.close();
    LiveCounts counts = live.counts();
    System.out.printf(
        "rate=%d seconds=%d offered=%d answered=%d dropped=%d failed=%d per_second=%.2f"
            + " released=%d wrong_releases=%d disorder=%d newest=%d starved=%d slowest_us=%d"
            + " bytes_a_frame=%d heap_kib=%d..%d resident_kib=%d..%d%n",
        rate,
        seconds,
        counts.offered(),
        counts.answered(),
        counts.dropped(),
        counts.failed(),
        answeredInTime / elapsed,
        ring.releases(),
        ring.wrongReleases(),
        disorder,
        frames - 1 - lastDelivered,
        starved,
        slowest / 1000,
        bytes / counts.offered(),
        heapBefore >> 10,
        heap() >> 10,
        residentBefore >> 10,
        ResidentMemory.bytes() >> 10);
  }

  @Override
  public void onResult(LiveResult result) {
    delivered(result.timestampMicros());
    slowest = Math.max(slowest, result.result().timings().totalNanos());
  }

  @Override
  public void onFailure(long timestampMicros, Exception failure) {
    delivered(timestampMicros);
  }

  private void delivered(long timestamp) {
    if (timestamp <= lastDelivered) {
      disorder++;
    }
    lastDelivered = timestamp;
  }

  /** By all threads that are alive. */
  private static long allocated() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
