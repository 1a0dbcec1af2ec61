// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

/**
 * Told of every classification, for instance to feed a metrics library.
 *
 * <p>Called on the thread that classifies, so keep it short; what it throws is logged and dropped.
 * Implementations must be thread-safe.
 */
public interface ClassifierObserver {
  /** A picture was answered; the result carries the time of each phase. */
  default void classified(ClassificationResult result) {}

  /**
   * A picture failed.
   *
   * @param failure what the caller gets
   * @param totalNanos from the call to the failure
   */
  default void failed(Exception failure, long totalNanos) {}

  /** The number of asynchronous pictures that wait for a worker, each time one is added. */
  default void queued(int waiting) {}
}
