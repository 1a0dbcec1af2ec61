// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.live;

import org.slf4j.LoggerFactory;

/**
 * Receives the outcomes of a stream's frames: one call at a time, timestamps rising.
 *
 * <p>Called on worker threads of the stream, so methods should return before the next answer; while
 * they run, later answers wait. What they throw is logged and does not stop the stream. They may
 * offer frames, close the stream, and use or close the classifier.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface LiveListener {
  /** Called when a frame is answered. */
  void onResult(LiveResult result);

  /**
   * Called when a frame failed; the stream goes on. By default the failure is logged as a warning.
   *
   * @param timestampMicros of the frame
   * @param failure what {@link io.github.bpu4j.api.Classifier#classify} would have thrown
   */
  default void onFailure(long timestampMicros, Exception failure) {
    LoggerFactory.getLogger(LiveListener.class)
        .warn("the frame at {} us was not classified", timestampMicros, failure);
  }
}
