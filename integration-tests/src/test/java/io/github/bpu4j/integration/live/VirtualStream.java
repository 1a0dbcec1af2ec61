// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.live.LiveClassifier;
import io.github.bpu4j.api.live.LiveCounts;
import io.github.bpu4j.api.live.Smoothing;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.testkit.ScriptedAnswer;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A live stream whose inferences each take the same virtual time, and a model of it that says which
 * frames are dropped.
 *
 * <p>Every step waits until the stream has done what the model says, so that results are exact.
 */
final class VirtualStream implements AutoCloseable {
  private static final int SIDE = 8;

  final VirtualClock clock = new VirtualClock();
  final Outcomes outcomes = new Outcomes();
  final Classifier classifier;
  final LiveClassifier live;
  private final int requests;
  private final long serviceMicros;
  private final AtomicInteger started = new AtomicInteger(-1); // the warm-up is none
  private final Deque<Long> ends = new ArrayDeque<>();
  private boolean waiting;
  private int expectedStarts;
  private int expectedOutcomes;
  private long expectedDrops;

  /**
   * @param answers by the gray value of the frame
   */
  VirtualStream(
      int requests, long serviceMicros, Smoothing smoothing, IntFunction<ScriptedAnswer> answers) {
    this.requests = requests;
    this.serviceMicros = serviceMicros;
    ScriptedRuntime runtime =
        ScriptedRuntime.builder()
            .size(SIDE, SIDE)
            .classes(2)
            .probabilities(true)
            .byPicture(
                picture -> {
                  long end = clock.now() + serviceMicros;
                  if (started.incrementAndGet() > 0) {
                    clock.sleepUntil(end);
                  }
                  return answers.apply(picture.y(0, 0) & 0xff);
                })
            .build();
    this.classifier = Classifier.builder().runtime(runtime).concurrency(requests).open();
    this.live = classifier.live(outcomes, smoothing);
  }

  /** A frame of one gray value. */
  static ImageFrame gray(int value) {
    ByteBuffer pixels = ByteBuffer.allocate(SIDE * SIDE);
    while (pixels.hasRemaining()) {
      pixels.put((byte) value);
    }
    return ImageFrame.gray(pixels.flip(), SIDE, SIDE, SIDE);
  }

  /** Lets inferences end that end by then, and offers a frame at that time. */
  void offerAt(long micros, ImageFrame frame) {
    advanceTo(micros);
    if (!live.offer(frame, micros, () -> outcomes.released(micros))) {
      throw new AssertionError("refused the frame of " + micros);
    }
    if (ends.size() < requests) {
      start(micros);
    } else {
      expectedDrops += waiting ? 1 : 0;
      waiting = true;
    }
    settle();
  }

  /** Lets virtual time pass, one end of an inference after the other. */
  void advanceTo(long micros) {
    while (!ends.isEmpty() && ends.element() <= micros) {
      long end = ends.remove();
      // Inferences that end at the same moment end together.
      expectedOutcomes++;
      while (!ends.isEmpty() && ends.element() == end) {
        ends.remove();
        expectedOutcomes++;
      }
      if (waiting) {
        waiting = false;
        start(end);
      }
      clock.advanceTo(end);
      settle();
    }
    clock.advanceTo(micros);
  }

  long expectedDrops() {
    return expectedDrops;
  }

  private void start(long micros) {
    ends.add(micros + serviceMicros);
    expectedStarts++;
  }

  private void settle() {
    Outcomes.await(
        expectedStarts + " inferences started, " + expectedOutcomes + " ended",
        () -> started.get() == expectedStarts && outcomes.count() == expectedOutcomes);
    LiveCounts counts = live.counts();
    if (counts.dropped() != expectedDrops) {
      throw new AssertionError("expected " + expectedDrops + " drops, got " + counts);
    }
  }

  /** Lets all inferences end, then closes. */
  @Override
  public void close() {
    advanceTo(Long.MAX_VALUE / 2);
    classifier.close();
  }
}
