// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.cli.io.ResultsClosedException;

/** Writes the results of a stream to stdout. */
interface AnswerReport {
  /** Reports an answer. */
  void answer(LiveResult answer) throws ResultsClosedException;

  /** Reports a frame that could not be classified. */
  void failure(long timestampMicros, Exception failure) throws ResultsClosedException;

  /** Reports nothing. */
  static AnswerReport none() {
    return new AnswerReport() {
      @Override
      public void answer(LiveResult answer) {}

      @Override
      public void failure(long timestampMicros, Exception failure) {}
    };
  }
}
