// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.api.Classifier;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Keeps a classifier busy for a while. */
final class LoadRun {
  private final Classifier classifier;
  private final Picture picture;
  private final Duration warmUp;
  private final Duration time;

  LoadRun(Classifier classifier, Picture picture, Duration warmUp, Duration time) {
    this.classifier = classifier;
    this.picture = picture;
    this.warmUp = warmUp;
    this.time = time;
  }

  /** Every thread classifies one picture after the other. */
  TimedAnswers sync(int threads) throws InterruptedException, ExecutionException {
    long start = System.nanoTime() + warmUp.toNanos();
    long end = start + time.toNanos();
    TimedAnswers samples = new TimedAnswers(start, end);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(() -> loop(samples, end)));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      pool.shutdown();
    }
    samples.freeze();
    return samples;
  }

  private Void loop(TimedAnswers samples, long end) throws IOException {
    for (long before = System.nanoTime(); before < end; ) {
      var timings = picture.classify(classifier).timings();
      long after = System.nanoTime();
      samples.add(after, after - before, timings);
      before = after;
    }
    return null;
  }

  /** One thread submits picture after picture, and only waits if the classifier is full. */
  TimedAnswers async() {
    long start = System.nanoTime() + warmUp.toNanos();
    long end = start + time.toNanos();
    TimedAnswers samples = new TimedAnswers(start, end);
    List<CompletableFuture<Void>> answers = new ArrayList<>();
    while (System.nanoTime() < end) {
      answers.add(
          picture
              .submit(classifier)
              .thenAccept(
                  result ->
                      samples.add(
                          System.nanoTime(), result.timings().totalNanos(), result.timings())));
    }
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    samples.freeze();
    return samples;
  }
}
