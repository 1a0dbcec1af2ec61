// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import io.github.bpu4j.cli.io.LiveLine;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.models.download.DownloadListener;
import io.github.bpu4j.models.download.Transfer;
import java.time.Duration;
import java.util.Locale;

/** A download as one line of the terminal that is redrawn; elsewhere only its notes are printed. */
final class DownloadLine implements DownloadListener {
  private static final long REDRAW_NANOS = 100_000_000L;

  private final Streams streams;
  private final LiveLine line;
  private long last = System.nanoTime() - REDRAW_NANOS;

  DownloadLine(Streams streams) {
    this.streams = streams;
    line = new LiveLine(streams);
  }

  @Override
  public void progress(Transfer transfer) {
    long now = System.nanoTime();
    if (streams.terminal() && now - last >= REDRAW_NANOS) {
      last = now;
      line.show(text(transfer, streams.texts()));
    }
  }

  @Override
  public void note(String message) {
    clear();
    streams.message(message);
  }

  /** Erases the line, so that something else can be printed. */
  void clear() {
    line.clear();
  }

  static String text(Transfer transfer, Texts texts) {
    return texts.text(
        "models.download",
        "%s: %s, %s/s%s",
        transfer.file(),
        received(transfer),
        megabytes(transfer.bytesPerSecond()),
        transfer
            .timeLeft()
            .<Object>map(left -> Text.of("models.download.left", ", %s left", clock(left)))
            .orElse(""));
  }

  private static Object received(Transfer transfer) {
    String received = megabytes((double) transfer.received());
    if (transfer.total().isEmpty()) {
      return received;
    }
    long total = transfer.total().getAsLong();
    return Text.of(
        "models.download.part",
        "%s of %s (%d %%)",
        received,
        megabytes((double) total),
        100 * transfer.received() / Math.max(1, total));
  }

  private static String megabytes(double bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static String clock(Duration time) {
    return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }
}
