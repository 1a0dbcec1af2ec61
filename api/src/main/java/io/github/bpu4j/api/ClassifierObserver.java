// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

/**
 * Observes every classification, for example to feed a metrics library.
 *
 * <p>Called on the thread that classifies, so methods should return quickly; exceptions are logged
 * and otherwise ignored. Implementations must be thread-safe.
 *
 * @since 0.1.0
 */
public interface ClassifierObserver {
  /**
   * Called when work on a picture starts; {@link #ended} follows.
   *
   * <p>The pictures that started and have not ended are in flight: they are decoded, wait for a
   * request, or are inferred.
   */
  default void started() {}

  /** Called when a picture was classified; the result contains the time of each phase. */
  default void classified(ClassificationResult result) {}

  /**
   * Called when a picture failed.
   *
   * @param failure what the caller gets
   * @param totalNanos from the call to the failure
   */
  default void failed(Exception failure, long totalNanos) {}

  /**
   * Called once for every {@link #started}, after {@link #classified} or {@link #failed}; without
   * either if an {@link Error} ended the picture, which only its caller gets.
   */
  default void ended() {}

  /** Called when a live stream drops a frame because a newer one takes its place. */
  default void dropped() {}

  /**
   * Called with the number of asynchronous pictures that wait for a worker, whenever one is added.
   */
  default void queued(int waiting) {}
}
