// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

/**
 * Follows an evaluation; all methods are called on the thread that runs it.
 *
 * @since 0.1.0
 */
public interface EvaluationObserver {
  /** The labels are checked; no picture has been opened yet. */
  default void checked(EvaluationRun run) {}

  /** The pictures so far, that many, came from a journal; those that follow are new. */
  default void resumed(long pictures) {}

  /**
   * A picture has its answer. Pictures come in the order of the data, those of a resumed journal
   * first, so that a listener sees all of them.
   */
  default void evaluated(EvaluatedPicture picture) {}
}
