// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.live.LiveClassifier;
import io.github.bpu4j.api.live.LiveCounts;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.video.RawFrames;
import io.github.bpu4j.video.RawLayout;
import io.github.bpu4j.video.RawLayout.Format;
import io.github.bpu4j.video.VideoFrame;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Frames are kept until their answer, saved when it changes, and always given back. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class SavedChangesTest {
  private static final RawLayout LAYOUT = RawLayout.of(Format.NV12, 64, 48, YuvRange.VIDEO);
  private static final int BUFFERS = 4;

  @TempDir private Path folder;

  private final List<Text> messages = Collections.synchronizedList(new ArrayList<>());
  private final RawFrames source = frames(1000);

  private static RawFrames frames(int count) {
    InputStream in = new ByteArrayInputStream(new byte[LAYOUT.frameBytes() * count]);
    return new RawFrames(in, LAYOUT, BUFFERS);
  }

  private VideoFrame next() throws Exception {
    return Objects.requireNonNull(source.next());
  }

  /** Fails by its timeout if one of the ring's buffers is missing. */
  private void requireAllBuffers() throws Exception {
    List<VideoFrame> all = new ArrayList<>();
    for (int i = 0; i < BUFFERS; i++) {
      all.add(next());
    }
    all.forEach(VideoFrame::release);
  }

  @Test
  void aPictureForEachChangeWithTheAnswerInItsName() throws Exception {
    SavedChanges changes = SavedChanges.start(folder.resolve("new/folder"), messages::add);
    long saved = 0;
    for (String label : List.of("tabby, tabby cat", "../埃及猫\n", "b")) {
      changes.take(next(), SampleAnswers.at(1_234_567, label));
      changes.take(next(), SampleAnswers.at(1_300_000, label));
      saved++;
      awaitSaved(changes, saved);
    }
    changes.finish();
    try (Stream<Path> files = Files.list(folder.resolve("new/folder"))) {
      List<Path> all = files.sorted().toList();
      assertThat(all).hasSize(3);
      assertThat(all)
          .extracting(file -> file.getFileName().toString().substring(15))
          .contains("+000001.235s-tabby_tabby_cat.annotated.png");
      assertThat(all).allMatch(file -> file.getFileName().toString().matches("[\\p{L}0-9_+.-]+"));
      assertThat(ImageIO.read(all.get(0).toFile()).getWidth()).isEqualTo(320);
    }
    assertThat(messages).isEmpty();
    requireAllBuffers();
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldOnce() throws Exception {
    Path gone = folder.resolve("gone");
    SavedChanges changes = SavedChanges.start(gone, messages::add);
    Files.delete(gone);
    for (int i = 0; i < 50; i++) {
      changes.take(next(), SampleAnswers.at(i, "x".repeat(i + 1)));
    }
    changes.finish();
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).toString())
        .startsWith("--save-changes: ")
        .endsWith("; the stream goes on");
    assertThat(changes.summary().toString())
        .isEqualTo("changes saved to " + gone + ": 0; 50 came too fast or cannot be written");
    requireAllBuffers();
  }

  @Test
  void onlyFramesThatAreInferredAreKept() throws Exception {
    HeldFrames held = new HeldFrames(1);
    Slot live = new Slot();
    VideoFrame first = next();
    long timestamp = first.timestampMicros();
    held.offer(live, first);
    live.releaseOnAWorker();
    VideoFrame dropped = next();
    held.offer(live, dropped);
    live.releaseHere();
    held.offer(live, next());
    live.releaseOnAWorker(); // one too many to keep
    assertThat(held.take(dropped.timestampMicros())).isNull();
    VideoFrame kept = held.take(timestamp);
    assertThat(kept).isSameAs(first);
    assertThat(held.take(timestamp)).isNull();
    first.release();
    requireAllBuffers();
  }

  @Test
  void aRefusedFrameGoesBack() throws Exception {
    Slot closed = new Slot();
    closed.close();
    for (int i = 0; i < 2 * BUFFERS; i++) {
      assertThat(new HeldFrames(1).offer(closed, next())).isFalse();
    }
    requireAllBuffers();
  }

  private static void awaitSaved(SavedChanges changes, long count) throws InterruptedException {
    while (!changes.summary().toString().endsWith(": " + count)) {
      Thread.sleep(5);
    }
  }

  /** A stream that takes one frame and releases it when told. */
  private static final class Slot implements LiveClassifier {
    private Runnable release = () -> {};
    private boolean closed;

    @Override
    public boolean offer(ImageFrame frame, long timestampMicros, Runnable whenReleased) {
      release = whenReleased;
      return !closed;
    }

    void releaseHere() {
      release.run();
    }

    void releaseOnAWorker() throws InterruptedException {
      CountDownLatch done = new CountDownLatch(1);
      Thread worker =
          new Thread(
              () -> {
                release.run();
                done.countDown();
              });
      worker.start();
      done.await();
    }

    @Override
    public LiveCounts counts() {
      return new LiveCounts(0, 0, 0, 0);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
