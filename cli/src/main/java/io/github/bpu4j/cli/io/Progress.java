// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import java.util.Locale;

/**
 * Tells how far a long run is: on a terminal one line that is drawn over, elsewhere a line at
 * times.
 *
 * <p>Used by one thread.
 */
public final class Progress {
  private static final long TERMINAL_NANOS = 100_000_000L;
  private static final long LOG_NANOS = 1_000_000_000L;
  private final LiveLine line;
  private final boolean terminal;
  private final boolean shown;
  private final int all;
  private final long start = System.nanoTime();
  private long last = start;

  /**
   * Progress of a run that has not begun.
   *
   * @param shown false for a run that is to be silent
   * @param all number of items
   */
  public Progress(Streams streams, boolean shown, int all) {
    line = new LiveLine(streams);
    terminal = streams.terminal();
    this.shown = shown;
    this.all = all;
  }

  /** Takes the line off the terminal, so that something else may be written. */
  public void clear() {
    line.clear();
  }

  /** Tells that so many items are done. */
  public void done(int count) {
    if (!shown) {
      return;
    }
    long now = System.nanoTime();
    boolean due = now - last >= (terminal ? TERMINAL_NANOS : LOG_NANOS);
    if (count == all) {
      clear();
      due = !terminal;
    }
    if (due) {
      last = now;
      show(count, (now - start) / 1e9);
    }
  }

  private void show(int count, double seconds) {
    double rate = count / seconds;
    line.show(
        String.format(
            Locale.ROOT,
            "%d/%d (%d %%), %.1f photos/s, %s left",
            count,
            all,
            100L * count / all,
            rate,
            clock((all - count) / rate)));
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }
}
