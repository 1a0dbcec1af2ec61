// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.spi.DurationText;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.watch.page.LivePage;
import io.github.bpu4j.video.VideoEvents;
import io.github.bpu4j.video.VideoException;
import io.github.bpu4j.video.VideoInfo;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Tells the terminal and the page that a source was lost or is back. */
final class SourceEvents implements VideoEvents {
  private final WatchScreen screen;
  private final BooleanSupplier interrupted;
  private volatile @Nullable LivePage page;

  /**
   * Tells the terminal alone.
   *
   * @param interrupted whether the run is about to end, which nobody needs to hear of twice
   */
  SourceEvents(WatchScreen screen, BooleanSupplier interrupted) {
    this.screen = screen;
    this.interrupted = interrupted;
  }

  /** Tells a page as well. */
  void alsoTell(@Nullable LivePage opened) {
    page = opened;
  }

  @Override
  public void lost(VideoException failure, Duration retryIn) {
    if (!interrupted.getAsBoolean()) {
      tell(
          Text.of(
              "watch.lost",
              "lost: %s; trying again in %s",
              failure.getMessage(),
              DurationText.of(retryIn)));
    }
  }

  @Override
  public void found(VideoInfo info) {
    tell(Text.of("watch.found", "opened again: %s", FrameSource.inWords(info)));
  }

  private void tell(Text message) {
    screen.accept(message);
    LivePage shown = page;
    if (shown != null) {
      shown.event(message.toString());
    }
  }
}
