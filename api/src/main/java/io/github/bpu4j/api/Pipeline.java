// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.spi.DurationText;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.Preprocessing;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * All steps from a picture to its classes, and their times.
 *
 * <p>A frame borrows a request and is converted straight into its input tensor. An encoded picture
 * is decoded straight into a scratch buffer of NV12 first; only then does it borrow a request, into
 * which it is copied, so that no request is idle while a picture is decoded. Then both infer, read,
 * transform and rank.
 *
 * <p>The frames of a live stream go the same way in two parts, see {@link PooledPass}.
 *
 * <p>Thread-safe: what belongs to one picture is in its scratch buffer and its request.
 *
 * <p>Methods take the future of an asynchronous picture as {@code queued}, or null for a picture
 * whose caller waits. The timeout of a waiting caller starts when the picture is decoded and
 * includes the wait for a request. The timeout of a queued picture starts when its request is
 * available; the picture is dropped if its future is already done by then.
 */
record Pipeline(
    ModelInfo info,
    RequestPool requests,
    ScratchPool scratches,
    Preprocessing preprocessing,
    ScoreTransform transform,
    Ranking ranking,
    boolean rawScores,
    Duration timeout,
    ClassifierObserver observer) {
  /** Longer than any queue takes whose pictures all end within their timeouts. */
  private static final Duration QUEUED = Duration.ofDays(365);

  /** Classifies a picture and notifies the observer of the outcome. */
  ClassificationResult classify(Picture picture, @Nullable Future<?> queued) throws IOException {
    long start = System.nanoTime();
    observer.started();
    try {
      ClassificationResult result =
          picture instanceof Picture.Encoded encoded
              ? decodeThenInfer(encoded, start, queued)
              : convertThenInfer((Picture.Frame) picture, start, queued);
      observer.classified(result);
      return result;
    } catch (IOException | RuntimeException e) {
      observer.failed(e, System.nanoTime() - start);
      throw e;
    } finally {
      observer.ended();
    }
  }

  private ClassificationResult convertThenInfer(
      Picture.Frame frame, long start, @Nullable Future<?> queued) {
    PooledRequest request = borrow(start, queued);
    try {
      long borrowed = System.nanoTime();
      request.convert(frame.pixels());
      return infer(request, start, start, borrowed, queued);
    } finally {
      requests.giveBack(request);
    }
  }

  private ClassificationResult decodeThenInfer(
      Picture.Encoded picture, long start, @Nullable Future<?> queued) throws IOException {
    Scratch scratch = scratches.take();
    try {
      scratch.decode(picture);
      long decoded = System.nanoTime();
      PooledRequest request = borrow(decoded, queued);
      try {
        long borrowed = System.nanoTime();
        request.copy(scratch.nv12());
        return infer(request, start, decoded, borrowed, queued);
      } finally {
        requests.giveBack(request);
      }
    } finally {
      scratches.giveBack(scratch);
    }
  }

  private PooledRequest borrow(long decoded, @Nullable Future<?> queued) {
    PooledRequest request =
        requests.borrow(decoded + (queued == null ? timeout : QUEUED).toNanos());
    if (queued != null && queued.isDone()) {
      requests.giveBack(request);
      throw new CancellationException("canceled before inference started");
    }
    return request;
  }

  /** The remaining steps once the picture is in the request's input tensor. */
  private ClassificationResult infer(
      PooledRequest request, long start, long decoded, long borrowed, @Nullable Future<?> queued) {
    long filled = System.nanoTime();
    long left = (queued == null ? decoded : borrowed) + timeout.toNanos() - filled;
    requireTime(left, borrowed - decoded, filled - borrowed);
    request.infer(Duration.ofNanos(left));
    long inferred = System.nanoTime();
    float[] scores = request.readScores();
    Optional<Scores> raw = raw(scores);
    transform.apply(scores);
    List<Category> best = ranking.best(scores);
    long end = System.nanoTime();
    Timings timings =
        new Timings(
            decoded - start,
            borrowed - decoded,
            filled - borrowed,
            inferred - filled,
            end - inferred,
            end - start);
    return result(best, raw, timings);
  }

  /** Copies the scores before their transform, if they are wanted. */
  Optional<Scores> raw(float[] scores) {
    return rawScores ? Optional.of(Scores.of(scores)) : Optional.empty();
  }

  /** Adds to the classes of a picture how they were determined. */
  ClassificationResult result(List<Category> best, Optional<Scores> raw, Timings timings) {
    return new ClassificationResult(
        best,
        raw,
        transform,
        preprocessing.range(),
        info.name(),
        info.runtime(),
        info.simulated(),
        timings);
  }

  private void requireTime(long left, long waited, long preprocessed) {
    if (left <= 0) {
      throw new ClassifierBusyException(
          "the timeout of "
              + DurationText.of(timeout)
              + " passed before inference could start: "
              + DurationText.ofNanos(waited)
              + " were spent on waiting for a request and "
              + DurationText.ofNanos(preprocessed)
              + " on preprocessing; raise timeout, or concurrency if the wait is long");
    }
  }
}
