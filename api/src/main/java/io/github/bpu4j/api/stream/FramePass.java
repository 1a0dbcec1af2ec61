// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.stream;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.preprocess.ImageFrame;

/**
 * The path of one frame through a classifier's pipeline: borrow, {@link #infer}, {@link #rank}.
 *
 * <p>A worker keeps one and uses it for one frame after the other. Not thread-safe, but it may move
 * between threads.
 */
public interface FramePass {
  /** Borrows a request if one is free; never waits. */
  boolean tryBorrow();

  /**
   * Waits for a request, in turn with the classifier's other callers.
   *
   * @throws io.github.bpu4j.api.error.ClassifierBusyException after the classifier's timeout
   */
  void borrow();

  /** Returns the request unused. */
  void giveBack();

  /** Notifies the classifier's observer that the work on a frame starts. */
  void started();

  /**
   * Converts a frame into the borrowed request, infers, keeps the scores, and returns the request,
   * also if it fails.
   *
   * @param converted runs when the frame is no longer needed
   */
  void infer(ImageFrame frame, Runnable converted);

  /**
   * Transforms, smooths and ranks the scores of {@link #infer}, and notifies the classifier's
   * observer.
   */
  ClassificationResult rank(Smoother smoother, long timestampMicros, long offeredNanos);

  /** Notifies the classifier's observer of a failure. */
  void failed(Exception failure, long offeredNanos);

  /** Notifies the classifier's observer that a frame has its outcome. */
  void ended();

  /** When the runtime answered, on {@link System#nanoTime()}. */
  long inferredNanos();
}
