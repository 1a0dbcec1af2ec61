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
  private final Streams streams;
  private int width;
  private boolean open;

  public LiveLine(Streams streams) {
    this.streams = streams;
    out = streams.messages();
    terminal = streams.terminal();
  }

  /** Replaces the text of the line. */
  public void show(String text) {
    if (terminal) {
      out.print(ERASE_LINE + TerminalText.keepStart(text, width()));
      out.flush();
      open = true;
    } else {
      out.println(text);
    }
  }

  /** A line that reaches the last column may wrap, and could not be erased then. */
  private int width() {
    if (width == 0) {
      width = TerminalWidth.columns(streams) - 1;
    }
    return width;
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
