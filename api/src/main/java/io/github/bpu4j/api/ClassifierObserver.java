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
   * Called with the number of asynchronous pictures that wait for a worker, whenever one is added.
   */
  default void queued(int waiting) {}
}
