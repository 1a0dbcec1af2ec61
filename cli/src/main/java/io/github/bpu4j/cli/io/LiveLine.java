// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.io.PrintStream;

/**
 * A status line that is redrawn on a terminal; elsewhere each update is a new line.
 *
 * <p>Not thread-safe.
 */
public final class LiveLine {
  private static final String ERASE_LINE = "\r\033[K";

  private final PrintStream out;
  private final boolean terminal;
  private boolean open;

  public LiveLine(Streams streams) {
    out = streams.messages();
    terminal = streams.terminal();
  }

  /** Replaces the text of the line. */
  public void show(String text) {
    if (terminal) {
      out.print(ERASE_LINE + text);
      out.flush();
      open = true;
    } else {
      out.println(text);
    }
  }

  /** Erases the line from the terminal, so that something else can be printed. */
  public void clear() {
    if (open) {
      out.print(ERASE_LINE);
      out.flush();
      open = false;
    }
  }
}
