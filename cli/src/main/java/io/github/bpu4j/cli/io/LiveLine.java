// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.io.PrintStream;

/**
 * A line for people that is drawn over and over on a terminal; elsewhere each is a line of its own.
 *
 * <p>Used by one thread.
 */
public final class LiveLine {
  private static final String ERASE_LINE = "\r\033[K";

  private final PrintStream out;
  private final boolean terminal;
  private boolean open;

  /** Nothing shown yet. */
  public LiveLine(Streams streams) {
    out = streams.messages();
    terminal = streams.terminal();
  }

  /** Shows a text in place of the one before. */
  public void show(String text) {
    if (terminal) {
      out.print(ERASE_LINE + text);
      out.flush();
      open = true;
    } else {
      out.println(text);
    }
  }

  /** Takes the line off the terminal, so that something else may be written. */
  public void clear() {
    if (open) {
      out.print(ERASE_LINE);
      out.flush();
      open = false;
    }
  }
}
