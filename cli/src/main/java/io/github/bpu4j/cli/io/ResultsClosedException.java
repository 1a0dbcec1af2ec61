// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.io.IOException;

/** Results can no longer be written: the reader went away, or the disk is full. */
public final class ResultsClosedException extends IOException {
  private static final long serialVersionUID = 1L;

  public ResultsClosedException(IOException cause) {
    super("cannot write results: " + cause.getMessage(), cause);
  }

  /** Whether whoever read the results has simply had enough, as {@code head} does. */
  public boolean readerLeft() {
    return String.valueOf(getMessage()).contains("Broken pipe");
  }
}
