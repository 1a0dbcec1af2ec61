// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.video;

import java.time.Duration;

/**
 * Is told when a live source is lost and found again; called on the thread that reads frames.
 *
 * @since 0.1.0
 */
public interface VideoEvents {
  /**
   * Called when frames stopped coming, and again after every attempt that failed.
   *
   * @param failure why
   * @param retryIn the pause before the next attempt
   */
  default void lost(VideoException failure, Duration retryIn) {}

  /** Called with the first frame after that. */
  default void found(VideoInfo info) {}
}
