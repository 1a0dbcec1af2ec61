// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The way of one frame: borrow a slot, convert into it, infer, transform, rank.
 *
 * <p>Thread-safe: what a frame needs to itself stands in its slot.
 */
record Pipeline(
    ModelInfo info,
    RequestPool pool,
    YuvRange range,
    ScoreTransform transform,
    Ranking ranking,
    boolean rawScores,
    Duration timeout) {
  /** Longer than any queue of pictures that each end within their timeout. */
  private static final Duration QUEUED = Duration.ofDays(365);

  /** Classifies on the caller's thread: waiting for a slot counts against the timeout. */
  ClassificationResult run(ImageFrame frame, long start, long decoded) {
    long deadline = decoded + timeout.toNanos();
    Slot slot = pool.borrow(deadline);
    try {
      return run(slot, frame, start, decoded, deadline);
    } finally {
      pool.giveBack(slot);
    }
  }

  /**
   * Classifies on a worker: a slot comes in its turn, and the timeout counts from there.
   *
   * @param canceled asked once, before the network is shown the frame
   */
  ClassificationResult runQueued(
      ImageFrame frame, long start, long decoded, BooleanSupplier canceled) {
    Slot slot = pool.borrow(decoded + QUEUED.toNanos());
    try {
      if (canceled.getAsBoolean()) {
        throw new CancellationException("canceled before the network started");
      }
      return run(slot, frame, start, decoded, System.nanoTime() + timeout.toNanos());
    } finally {
      pool.giveBack(slot);
    }
  }

  private ClassificationResult run(
      Slot slot, ImageFrame frame, long start, long decoded, long deadline) {
    long borrowed = System.nanoTime();
    slot.convert(frame);
    long converted = System.nanoTime();
    slot.infer(remaining(deadline, decoded, borrowed, converted));
    long inferred = System.nanoTime();
    Ranking.requireFinite(slot.scores, info.name());
    Optional<Scores> raw = rawScores ? Optional.of(Scores.of(slot.scores)) : Optional.empty();
    transform.apply(slot.scores);
    List<Category> best = ranking.best(slot.scores);
    long end = System.nanoTime();
    Timings timings =
        new Timings(
            decoded - start,
            borrowed - decoded,
            converted - borrowed,
            inferred - converted,
            end - inferred,
            end - start);
    return new ClassificationResult(
        best, raw, transform, range, info.name(), info.runtime(), info.simulated(), timings);
  }

  private Duration remaining(long deadline, long decoded, long borrowed, long converted) {
    long left = deadline - converted;
    if (left <= 0) {
      throw new ClassifierBusyException(
          "the timeout of "
              + timeout
              + " passed before the network could start: "
              + Duration.ofNanos(borrowed - decoded)
              + " went on waiting for a request and "
              + Duration.ofNanos(converted - borrowed)
              + " on preprocessing; raise timeout, or concurrency where the wait is long");
    }
    return Duration.ofNanos(left);
  }
}
