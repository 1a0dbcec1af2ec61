// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.cli.io.LiveLine;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.io.TerminalWidth;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.watch.StatusLine.Health;
import java.util.function.Consumer;

/** The live line of a terminal, with messages above it. Thread-safe. */
final class WatchScreen implements Consumer<Text> {
  private static final long ASK_WIDTH_NANOS = 2_000_000_000L;

  private final Streams streams;
  private final LiveLine line;
  private final StatusLine status;
  private final boolean drawn;
  private int columns;
  private long asked;

  /**
   * Shows nothing yet.
   *
   * @param results whether results are printed to the same terminal, which leaves no place for a
   *     line that is redrawn
   */
  WatchScreen(Streams streams, boolean results) {
    this.streams = streams;
    drawn = streams.terminal() && !results;
    line = new LiveLine(streams);
    status = new StatusLine(streams.texts());
  }

  /** Redraws the live line, if there is a terminal to draw it on. */
  synchronized void status(ClassificationResult result, Health health) {
    if (!drawn) {
      return;
    }
    long now = System.nanoTime();
    if (columns == 0 || now - asked > ASK_WIDTH_NANOS) {
      columns = TerminalWidth.columns(streams); // the window may have another size now
      asked = now;
    }
    line.show(status.of(columns, result, health));
  }

  /** Prints a message where the live line is, which moves below it when it is drawn again. */
  @Override
  public synchronized void accept(Text message) {
    line.clear();
    streams.message(streams.texts().text(message));
  }

  /** Erases the live line. */
  synchronized void clear() {
    line.clear();
  }
}
