// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import io.github.bpu4j.cli.language.Texts;
import java.util.Locale;

/**
 * Shows how far a long run has got: on a terminal in one line that is redrawn, elsewhere in a new
 * line every second.
 *
 * <p>Not thread-safe.
 */
public final class Progress {
  private static final long TERMINAL_NANOS = 100_000_000L;
  private static final long LOG_NANOS = 1_000_000_000L;
  private final LiveLine line;
  private final Texts texts;
  private final boolean terminal;
  private final boolean shown;
  private long all;
  private long before;
  private long start = System.nanoTime();
  private long last = start;

  /**
   * Starts the clock of a run.
   *
   * @param shown false to show nothing
   * @param all number of items in the run
   */
  public Progress(Streams streams, boolean shown, long all) {
    this(streams, shown);
    begin(all);
  }

  /** Waits for {@link #begin}. */
  public Progress(Streams streams, boolean shown) {
    line = new LiveLine(streams);
    texts = streams.texts();
    terminal = streams.terminal();
    this.shown = shown;
  }

  /** Starts the clock again when the number of items is known. */
  public final void begin(long items) {
    all = items;
    skip(0);
  }

  /** Starts the clock again: that many items were done before. */
  public final void skip(long items) {
    before = items;
    start = System.nanoTime();
    last = start;
  }

  /** Erases the line from the terminal, so that something else can be printed. */
  public void clear() {
    line.clear();
  }

  /** Reports the number of items done so far. */
  public void done(long count) {
    done(count, "");
  }

  /**
   * Reports the number of items done so far.
   *
   * @param note to show behind it
   */
  public void done(long count, String note) {
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
      show(count, (now - start) / 1e9, note);
    }
  }

  private void show(long count, double seconds, String note) {
    double rate = (count - before) / seconds;
    line.show(
        texts.text(
            "progress.line",
            "%d/%d (%d %%), %.1f pictures/s, %s left%s",
            count,
            all,
            100L * count / all,
            rate,
            clock((all - count) / rate),
            note));
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }
}
