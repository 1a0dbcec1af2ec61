// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.perf;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.LiveLine;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.language.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Threads that classify pictures with one classifier as fast as they can. */
public final class PerfRun {
  private static final long SECOND = 1_000_000_000L;

  private final Classifier classifier;
  private final Workload load;
  private final int threads;
  private final Limit limit;
  private final BooleanSupplier stopped;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicReference<Exception> firstFailure = new AtomicReference<>();

  /**
   * When a run ends: after a number of pictures, or after a time.
   *
   * @param frames number of pictures in all threads together
   * @param nanos {@link Long#MAX_VALUE} for no limit
   */
  public record Limit(long frames, long nanos) {}

  /**
   * Prepares a run.
   *
   * @param stopped polled before each picture; true ends the run early
   */
  public PerfRun(
      Classifier classifier, Workload load, int threads, Limit limit, BooleanSupplier stopped) {
    this.classifier = classifier;
    this.load = load;
    this.threads = threads;
    this.limit = limit;
    this.stopped = stopped;
  }

  /**
   * Runs to the limit, or until stopped.
   *
   * @param progress shows the number of pictures so far, every second
   * @throws IOException if no picture could be classified; the cause is the first failure
   */
  public Measurement measure(Streams progress) throws IOException, InterruptedException {
    List<ThreadSamples> samples = new ArrayList<>();
    List<Thread> workers = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < threads; i++) {
      ThreadSamples own = new ThreadSamples();
      samples.add(own);
      Thread worker = new Thread(() -> work(own, start), "perf-" + i);
      worker.setDaemon(true);
      workers.add(worker);
      worker.start();
    }
    watch(workers, samples, start, progress);
    Measurement measurement = Measurement.of(samples, start, failed.get());
    Exception failure = firstFailure.get();
    Text problem =
        failure == null
            ? Text.of("perf.nothing", "no picture was classified in this time; measure longer")
            : Text.of(
                "perf.problem",
                "%s pictures failed, the first one: %s",
                failed,
                Failures.text(failure));
    if (measurement.answered() == 0 && !stopped.getAsBoolean()) {
      throw new IOException(problem.toString(), failure);
    }
    if (failure != null) {
      progress.message(progress.texts().text(problem));
    }
    return measurement;
  }

  private void work(ThreadSamples own, long start) {
    while (!stopped.getAsBoolean() && System.nanoTime() - start < limit.nanos()) {
      long number = next.getAndIncrement();
      if (number >= limit.frames()) {
        return;
      }
      long begin = System.nanoTime();
      try {
        ClassificationResult result = load.classify(classifier, number);
        long end = System.nanoTime();
        own.add(end, end - begin, result.timings());
      } catch (IOException | ClassifierException | IllegalArgumentException e) {
        failed.incrementAndGet();
        firstFailure.compareAndSet(null, e);
      }
    }
  }

  private static void watch(
      List<Thread> workers, List<ThreadSamples> samples, long start, Streams progress)
      throws InterruptedException {
    LiveLine line = new LiveLine(progress);
    long told = start;
    long before = 0;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        long wait = Math.max(1, (told + SECOND - System.nanoTime()) / 1_000_000);
        worker.join(wait);
        long now = System.nanoTime();
        if (now - told >= SECOND) {
          long answered = samples.stream().mapToLong(ThreadSamples::count).sum();
          double rate = (answered - before) * 1e9 / (now - told);
          line.show(
              progress
                  .texts()
                  .text(
                      "perf.progress",
                      "%.0f s: %d pictures, %.1f per second",
                      (now - start) / 1e9,
                      answered,
                      rate));
          told = now;
          before = answered;
        }
      }
    }
    line.clear();
  }
}
