// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.io.IOException;

/** Signals that results can no longer be written: the reader is gone, or the disk is full. */
public final class ResultsClosedException extends IOException {
  private static final long serialVersionUID = 1L;

  public ResultsClosedException(IOException cause) {
    super("cannot write results: " + cause.getMessage(), cause);
  }

  /** Whether the reader closed the pipe, as {@code head} does when it has read enough. */
  public boolean readerLeft() {
    return String.valueOf(getMessage()).contains("Broken pipe");
  }
}
