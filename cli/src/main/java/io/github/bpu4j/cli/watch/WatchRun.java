// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.live.LiveClassifier;
import io.github.bpu4j.api.live.LiveCounts;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.api.live.Smoothing;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.watch.StatusLine.Health;
import io.github.bpu4j.video.VideoFrame;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Moves the frames of a source to a live stream until the source ends or the user interrupts.
 *
 * <p>A thread of its own reads the frames, because a read of standard input cannot be ended; the
 * caller's draws the live line and waits for the end.
 */
final class WatchRun {
  private static final long TICK_MILLIS = 100;
  private static final long LONGEST_END_MILLIS = 5000;

  /** Ctrl-C reaches ffmpeg too, whose end may be noticed first. */
  private static final int TICKS_FOR_INTERRUPTION = 5;

  private final FrameSource source;
  private final HeldFrames held;
  private final WatchScreen screen;
  private final Answers answers;
  private final BooleanSupplier interrupted;
  private volatile @Nullable Throwable failure;

  /**
   * Prepares a run.
   *
   * @param held shared with the answers, which take what it keeps
   * @param interrupted polled; true ends the run
   */
  WatchRun(
      FrameSource source,
      HeldFrames held,
      WatchScreen screen,
      Answers answers,
      BooleanSupplier interrupted) {
    this.source = source;
    this.held = held;
    this.screen = screen;
    this.answers = answers;
    this.interrupted = interrupted;
  }

  /**
   * Runs to the end and tells what became of the frames.
   *
   * @return the exit code
   * @throws IOException if the source failed, or results cannot be written
   */
  int run(Classifier classifier, Smoothing smoothing) throws IOException, InterruptedException {
    long start = System.nanoTime();
    LiveClassifier live = classifier.live(answers, smoothing);
    answers.countWith(live::counts);
    Thread reader = new Thread(() -> read(live), "bpu4j-watch");
    reader.setDaemon(true);
    try {
      reader.start();
      watch(reader, live);
    } finally {
      source.close();
      reader.join(LONGEST_END_MILLIS);
      live.close();
      answers.finish();
      screen.clear();
    }
    screen.accept(summary(live.counts(), (System.nanoTime() - start) / 1e9));
    answers.savedSummary().ifPresent(screen);
    return exitCode(live.counts());
  }

  private void read(LiveClassifier live) {
    try {
      for (VideoFrame frame = source.next(); frame != null; frame = source.next()) {
        answers.offered(frame);
        if (!held.offer(live, frame)) {
          return;
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
    }
  }

  private void watch(Thread reader, LiveClassifier live) throws InterruptedException {
    while (reader.isAlive() && !interrupted.getAsBoolean() && answers.writable()) {
      reader.join(TICK_MILLIS);
      LiveResult latest = answers.latest();
      if (latest != null) {
        LiveCounts counts = live.counts();
        screen.status(
            latest.result(),
            new Health(
                answers.perSecond(),
                counts.dropped(),
                counts.failed(),
                latest.result().timings().totalNanos()));
      }
    }
    for (int i = 0; i < TICKS_FOR_INTERRUPTION && failure != null; i++) {
      if (interrupted.getAsBoolean()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(TICK_MILLIS);
    }
  }

  private int exitCode(LiveCounts counts) throws IOException {
    answers.requireWritable();
    if (interrupted.getAsBoolean()) {
      return ExitCode.INTERRUPTED;
    }
    Throwable cause = failure;
    if (cause instanceof IOException e) {
      throw e;
    }
    if (cause != null) {
      throw new IllegalStateException("reading frames failed", cause);
    }
    return counts.failed() == 0 ? ExitCode.OK : ExitCode.ITEM_FAILED;
  }

  private Text summary(LiveCounts counts, double seconds) {
    Text whole =
        Text.of(
            "watch.summary",
            "%d frames in %.1f s: %d answered (%.1f per second), %d dropped, %d failed",
            counts.offered(),
            seconds,
            counts.answered(),
            counts.answered() / seconds,
            counts.dropped(),
            counts.failed());
    return interrupted.getAsBoolean()
        ? Text.of("watch.interrupted", "interrupted; %s", whole)
        : whole;
  }
}
