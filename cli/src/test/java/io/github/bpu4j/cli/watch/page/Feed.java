// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch.page;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.Timings;
import io.github.bpu4j.api.live.LiveCounts;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** A scripted camera with its classifier: shows what a test gives it, until it is closed. */
final class Feed implements AutoCloseable {
  static final int WIDTH = 640;
  static final int HEIGHT = 360;
  static final int TABBY = 281;
  static final int ESPRESSO = 967;
  private static final Timings NO_TIME = new Timings(0, 0, 0, 0, 0, 0);

  private final LivePage page;
  private final Thread thread = new Thread(this::run, "feed");
  private volatile ImageFrame frame;
  private volatile LiveResult answer;
  private final AtomicLong frames = new AtomicLong();
  private volatile boolean closed;

  private Feed(LivePage page, ImageFrame frame, LiveResult answer) {
    this.page = page;
    this.frame = frame;
    this.answer = answer;
  }

  static Feed start(LivePage page, ImageFrame frame, LiveResult answer) {
    Feed feed = new Feed(page, frame, answer);
    feed.thread.start();
    return feed;
  }

  void show(ImageFrame newFrame, LiveResult newAnswer) {
    frame = newFrame;
    answer = newAnswer;
  }

  /** How many times the page took, or passed over, a frame. */
  long frames() {
    return frames.get();
  }

  private void run() {
    while (!closed) {
      page.frame(frame);
      long count = frames.incrementAndGet();
      page.answer(answer, new LiveCounts(count, count, 0, 0), 99.96, Duration.ofMillis(7));
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }

  static ImageFrame color(int red, int green, int blue) {
    byte[] bytes = new byte[3 * WIDTH * HEIGHT];
    for (int i = 0; i < bytes.length; i += 3) {
      bytes[i] = (byte) red;
      bytes[i + 1] = (byte) green;
      bytes[i + 2] = (byte) blue;
    }
    return ImageFrame.rgb(ByteBuffer.wrap(bytes), WIDTH, HEIGHT, 3 * WIDTH);
  }

  /** A picture that JPEG cannot make small. */
  static ImageFrame noise() {
    byte[] bytes = new byte[3 * WIDTH * HEIGHT];
    new Random(1).nextBytes(bytes);
    return ImageFrame.rgb(ByteBuffer.wrap(bytes), WIDTH, HEIGHT, 3 * WIDTH);
  }

  /** An answer of ImageNet's labels, the first with the score .8. */
  static LiveResult imagenet(int best) {
    Labels labels = Labels.imagenet();
    return answer(
        List.of(
            new Category(best, labels.name(best), labels.name(best), .8f),
            new Category(1, labels.name(1), labels.name(1), .05f)));
  }

  static LiveResult answer(List<Category> categories) {
    ClassificationResult result =
        new ClassificationResult(
            categories,
            Optional.empty(),
            ScoreTransform.SOFTMAX,
            YuvRange.FULL,
            "net",
            "scripted",
            true,
            NO_TIME);
    return new LiveResult(result, 0, 0, 0, 0);
  }
}
