// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.cli.classify.Caption;
import io.github.bpu4j.cli.io.CompleteFile;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.Png;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.video.VideoFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Saves a picture with its answer whenever the answer changes, on a thread of its own.
 *
 * <p>One picture is being written and one waits; a change that finds both places taken is counted,
 * not saved, so that a slow disk neither slows the stream nor keeps its buffers.
 */
final class SavedChanges {
  /** Frames that can be in use here. */
  static final int FRAMES = 2;

  private static final int LONGEST_LABEL = 40;
  private static final int MAX_NUMBER = 1000;
  private static final long LONGEST_END_SECONDS = 10;

  private final Path folder;
  private final Consumer<Text> messages;
  private final String start =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
          .format(LocalDateTime.now(ZoneId.systemDefault()));
  private final TopAnswer top = new TopAnswer();
  private final BlockingQueue<Change> waiting = new ArrayBlockingQueue<>(FRAMES - 1);
  private final Thread writer = new Thread(this::write, "bpu4j-save-changes");
  private volatile boolean finishing;
  private final AtomicLong saved = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private boolean warned;

  private record Change(VideoFrame frame, LiveResult answer) {}

  private SavedChanges(Path folder, Consumer<Text> messages) {
    this.folder = folder;
    this.messages = messages;
  }

  /**
   * Starts the thread.
   *
   * @param folder created if it does not exist
   * @param messages told once when a picture cannot be written
   */
  static SavedChanges start(Path folder, Consumer<Text> messages) throws IOException {
    SavedChanges changes = new SavedChanges(Files.createDirectories(folder), messages);
    changes.writer.setDaemon(true);
    changes.writer.start();
    return changes;
  }

  /** Takes the frame of every answer, and gives it back; one thread at a time. */
  void take(VideoFrame frame, LiveResult answer) {
    boolean kept = false;
    if (top.changes(answer.result())) {
      kept = waiting.offer(new Change(frame, answer));
      if (!kept) {
        lost.incrementAndGet();
      }
    }
    if (!kept) {
      frame.release();
    }
  }

  /** Counts a change whose frame is no longer there. */
  void missed(LiveResult answer) {
    if (top.changes(answer.result())) {
      lost.incrementAndGet();
    }
  }

  /** What was saved and what was not, in words. */
  Text summary() {
    Text count = Text.of("watch.saved", "changes saved to %s: %d", folder, saved.get());
    return lost.get() == 0
        ? count
        : Text.of(
            "watch.not-saved", "%s; %d came too fast or cannot be written", count, lost.get());
  }

  /** Writes what waits, at most for some seconds. */
  void finish() throws InterruptedException {
    finishing = true;
    writer.join(TimeUnit.SECONDS.toMillis(LONGEST_END_SECONDS));
  }

  private void write() {
    try {
      while (true) {
        boolean last = finishing;
        Change change = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (change != null) {
          write(change);
        } else if (last) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Change change) {
    try {
      save(change);
      saved.incrementAndGet();
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      lost.incrementAndGet();
      if (!warned) {
        warned = true;
        messages.accept(
            Text.of(
                "watch.save-failure", "--save-changes: %s; the stream goes on", Failures.text(e)));
      }
    }
  }

  private void save(Change change) throws IOException {
    ClassificationResult result = change.answer().result();
    byte[] png;
    try {
      png = Png.of(Caption.draw(change.frame().image().toBufferedImage(), Caption.texts(result)));
    } finally {
      change.frame().release();
    }
    String stem = stem(change.answer());
    CompleteFile.writeNew(
        folder,
        IntStream.rangeClosed(1, MAX_NUMBER)
            .mapToObj(n -> stem + (n == 1 ? "" : "-" + n) + ".annotated.png")
            .iterator(),
        png);
  }

  /** Start of the run, seconds in the stream, and the label: names sort by time. */
  private String stem(LiveResult answer) {
    ClassificationResult result = answer.result();
    String label = result.categories().isEmpty() ? "none" : result.best().name();
    String safe = label.replaceAll("[^\\p{L}\\p{N}]+", "_");
    return String.format(
        Locale.ROOT,
        "%s+%010.3fs-%s",
        start,
        answer.timestampMicros() / 1e6,
        safe.substring(0, Math.min(LONGEST_LABEL, safe.length())));
  }
}
