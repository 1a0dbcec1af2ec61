// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.live;

import io.github.bpu4j.preprocess.ImageFrame;

/**
 * Classifies the frames of one camera or clip as they come, and drops what it cannot keep up with.
 *
 * <p>{@link io.github.bpu4j.api.Classifier#live(LiveListener)} starts one. A frame that is offered
 * while a request is free is inferred at once. While all requests are busy, one frame waits, and
 * the newest replaces the one that waits, which counts as dropped. So an answer is never older than
 * needed, and the last frame of a burst is always answered. A frame also waits while the listener
 * is so slow that all worker threads wait for it.
 *
 * <p>Answers and failures reach the {@link LiveListener} one at a time, in the order of the
 * timestamps, on worker threads of the stream. A failure does not end the stream.
 *
 * <p>Thread-safe. The stream shares the classifier's requests with other callers, and ends with the
 * classifier.
 *
 * @since 0.1.0
 */
public interface LiveClassifier extends AutoCloseable {
  /**
   * Offers a frame; never blocks.
   *
   * <p>From acceptance until {@code release} runs, the pixels belong to the stream and must not
   * change. {@code release} runs exactly once for every accepted frame: on a worker thread as soon
   * as the frame is converted into a request's input, which is before its inference, or when
   * conversion fails; or, if the frame is dropped, on the thread that offers the frame that
   * replaces it. It should return quickly; what it throws is logged. A frame that is not accepted,
   * with {@code false} or an exception, stays the caller's and is not released or counted.
   *
   * @param frame the pixels, not copied
   * @param timestampMicros time of the frame in microseconds on any clock; must be later than that
   *     of every frame accepted before
   * @param release gives the pixels back to their owner, for example to a camera's ring
   * @return true if accepted; false if the stream or its classifier is closed, which a camera's
   *     thread may meet at any time
   * @throws IllegalArgumentException if the timestamp is not later than the last accepted one
   */
  boolean offer(ImageFrame frame, long timestampMicros, Runnable release);

  /** Returns how many frames were accepted, answered, dropped and failed so far. */
  LiveCounts counts();

  /**
   * Refuses further frames, waits until every accepted one is answered or has failed and the
   * listener knows, then ends the worker threads; idempotent.
   *
   * <p>If that takes longer than {@link io.github.bpu4j.api.ClassifierBuilder#closeTimeout}, it
   * logs a warning and returns, and the threads end when they are done. Called by the listener or
   * by a release on a worker thread, it returns at once. The classifier stays open.
   */
  @Override
  void close();
}
