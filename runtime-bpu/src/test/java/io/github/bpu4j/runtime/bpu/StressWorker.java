// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.api.error.ClassifierException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One thread that infers, checks every answer, and copes with whatever goes wrong. */
final class StressWorker extends Thread {
  private static final int PICTURES = 16;
  private static final int CLASSES = 10;

  private final StressModels models;
  private final AtomicLong left;
  private final SplittableRandom random;
  private final byte[][] pictures = new byte[PICTURES][];
  private final float[][] expected = new float[PICTURES][];
  private final float[] scores = new float[CLASSES];
  private final Map<String, Long> outcomes = new TreeMap<>();
  private @Nullable ClassificationModel model;
  private @Nullable InferRequest request;
  private @Nullable Throwable broken;

  StressWorker(StressModels models, AtomicLong left, long seed) {
    super("stress-" + seed);
    this.models = models;
    this.left = left;
    this.random = new SplittableRandom(seed);
    for (int i = 0; i < PICTURES; i++) {
      pictures[i] = Checksums.picture(48, 32, i);
      expected[i] = Checksums.scores(pictures[i], CLASSES);
    }
  }

  /** Waits for all and adds up what happened to them. */
  static Map<String, Long> joinAll(List<StressWorker> workers) throws InterruptedException {
    Map<String, Long> sum = new TreeMap<>();
    for (StressWorker worker : workers) {
      worker.join();
      if (worker.broken != null) {
        throw new AssertionError(worker.getName(), worker.broken);
      }
      worker.outcomes.forEach((name, count) -> sum.merge(name, count, Long::sum));
    }
    return sum;
  }

  @Override
  public void run() {
    try {
      while (left.getAndDecrement() > 0) {
        outcomes.merge(classify(random.nextInt(PICTURES)), 1L, Long::sum);
        Thread.interrupted();
        if (random.nextInt(4000) == 0) {
          models.replace();
        }
      }
      discard();
    } catch (Throwable e) {
      broken = e;
    }
  }

  private String classify(int picture) {
    try {
      InferRequest ready = request();
      Checksums.write(pictures[picture], ready.input());
      ready.infer(Duration.ofMillis(1 + random.nextInt(20)));
      ready.readScores(scores);
      if (!Arrays.equals(scores, expected[picture])) {
        throw new AssertionError("a wrong answer: " + Arrays.toString(scores));
      }
      return "answered";
    } catch (InferenceException | InferenceTimeoutException e) {
      discard();
      return e.getClass().getSimpleName();
    } catch (ClassifierException e) {
      if (request == null) { // rejected: not an inference; try again later
        left.incrementAndGet();
        Pauses.sleep(1);
      }
      return e.getClass().getSimpleName();
    } catch (IllegalStateException e) {
      discard();
      return "closed";
    }
  }

  private InferRequest request() {
    ClassificationModel now = models.current();
    if (request == null || model != now) {
      discard();
      model = now;
      request = now.createRequest();
    }
    return request;
  }

  private void discard() {
    if (request != null) {
      request.close();
      request = null;
    }
  }
}
