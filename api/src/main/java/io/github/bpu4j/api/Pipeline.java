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
 * Everything between a picture and its classes, and how long each step takes.
 *
 * <p>A frame borrows a request and is converted straight into its input tensor. An encoded picture
 * is decoded and converted in a scratch, and only then borrows a request and is copied into it, so
 * that no request is idle while a picture is decoded. Then both infer, read, transform and rank.
 *
 * <p>Thread-safe: what one picture needs for itself is in its scratch and its request.
 *
 * <p>Every method takes the future of an asynchronous picture as {@code queued}, null for a picture
 * whose caller waits. A caller's timeout counts from the moment that the picture is decoded, the
 * wait for a request included. A queued picture gets a request in its turn and its timeout counts
 * from there; it is dropped when its future is done by then.
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
  /** Longer than any queue of pictures that each end within their timeout. */
  private static final Duration QUEUED = Duration.ofDays(365);

  /** Classifies a picture and tells the observer how it ended. */
  ClassificationResult classify(Picture picture, @Nullable Future<?> queued) throws IOException {
    long start = System.nanoTime();
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
      throw new CancellationException("canceled before the network started");
    }
    return request;
  }

  /** What is left to do once the picture is in the request's input tensor. */
  private ClassificationResult infer(
      PooledRequest request, long start, long decoded, long borrowed, @Nullable Future<?> queued) {
    long filled = System.nanoTime();
    long left = (queued == null ? decoded : borrowed) + timeout.toNanos() - filled;
    requireTime(left, borrowed - decoded, filled - borrowed);
    request.infer(Duration.ofNanos(left));
    long inferred = System.nanoTime();
    float[] scores = request.readScores();
    Optional<Scores> raw = rawScores ? Optional.of(Scores.of(scores)) : Optional.empty();
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
              + " passed before the network could start: "
              + DurationText.ofNanos(waited)
              + " went on waiting for a request and "
              + DurationText.ofNanos(preprocessed)
              + " on preprocessing; raise timeout, or concurrency where the wait is long");
    }
  }
}
