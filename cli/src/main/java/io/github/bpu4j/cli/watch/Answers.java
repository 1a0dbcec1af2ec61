// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.live.LiveCounts;
import io.github.bpu4j.api.live.LiveListener;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.watch.page.LivePage;
import io.github.bpu4j.video.VideoFrame;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Passes the answers of a stream to stdout, to the page, and to the folder of changes. */
final class Answers implements LiveListener {
  private final AnswerReport report;
  private final HeldFrames held;
  private final WatchScreen screen;
  private final @Nullable SavedChanges changes;
  private final @Nullable LivePage page;
  private final AnswerRate rate = new AnswerRate();
  private volatile Supplier<LiveCounts> counts = () -> new LiveCounts(0, 0, 0, 0);
  private volatile @Nullable LiveResult latest;
  private volatile @Nullable ResultsClosedException closed;
  private String lastFailure = "";

  /**
   * Passes on to whatever is there.
   *
   * @param held keeps the frames for {@code changes}
   */
  Answers(
      AnswerReport report,
      HeldFrames held,
      WatchScreen screen,
      @Nullable SavedChanges changes,
      @Nullable LivePage page) {
    this.report = report;
    this.held = held;
    this.screen = screen;
    this.changes = changes;
    this.page = page;
  }

  /** Sets how to count the frames of the stream that this listens to. */
  void countWith(Supplier<LiveCounts> source) {
    counts = source;
  }

  /** Shows a frame that is about to be offered. */
  void offered(VideoFrame frame) {
    if (page != null) {
      page.frame(frame.image());
    }
  }

  @Override
  public void onResult(LiveResult answer) {
    long now = System.nanoTime();
    rate.add(now);
    latest = answer;
    save(answer);
    if (page != null) {
      page.answer(
          answer,
          counts.get(),
          rate.perSecond(now),
          Duration.ofNanos(answer.result().timings().totalNanos()));
    }
    write(() -> report.answer(answer));
  }

  @Override
  public void onFailure(long timestampMicros, Exception failure) {
    VideoFrame frame = held.take(timestampMicros);
    if (frame != null) {
      frame.release();
    }
    String text = Failures.text(failure);
    if (!text.equals(lastFailure)) {
      lastFailure = text;
      screen.accept(
          Text.of("watch.failure", "the frame at %.3f s failed: %s", timestampMicros / 1e6, text));
    }
    write(() -> report.failure(timestampMicros, failure));
  }

  /** The last answer; null before the first. */
  @Nullable LiveResult latest() {
    return latest;
  }

  /** Answers per second, lately. */
  double perSecond() {
    return rate.perSecond(System.nanoTime());
  }

  /** Whether results can still be written. */
  boolean writable() {
    return closed == null;
  }

  /** Throws what writing a result failed with, if it did. */
  void requireWritable() throws ResultsClosedException {
    ResultsClosedException failure = closed;
    if (failure != null) {
      throw failure;
    }
  }

  /** Waits until the changes are saved. */
  void finish() throws InterruptedException {
    if (changes != null) {
      changes.finish();
    }
  }

  /** What was saved, in words. */
  Optional<Text> savedSummary() {
    return Optional.ofNullable(changes).map(SavedChanges::summary);
  }

  private void save(LiveResult answer) {
    if (changes == null) {
      return;
    }
    VideoFrame frame = held.take(answer.timestampMicros());
    if (frame == null) {
      changes.missed(answer);
    } else {
      changes.take(frame, answer);
    }
  }

  /** Writes to stdout. */
  private interface Writing {
    void run() throws ResultsClosedException;
  }

  private void write(Writing writing) {
    if (closed != null) {
      return;
    }
    try {
      writing.run();
    } catch (ResultsClosedException e) {
      closed = e;
    }
  }
}
