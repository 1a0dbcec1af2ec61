// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Classifies the frames of a camera as they arrive, several in flight.
 *
 * <p>A camera does not wait. Here it owns a few frame buffers: each is filled, lent to the
 * classifier, and returned with the answer. If a frame is due while no buffer is free, the frame is
 * dropped and counted, so that answers stay up to date instead of queueing up.
 */
public final class CameraFrames {
  private final CameraSettings settings;
  private final FrameStatistics statistics = new FrameStatistics(System.out);
  private final BlockingQueue<ByteBuffer> free;

  private CameraFrames(CameraSettings settings) {
    this.settings = settings;
    free = new ArrayBlockingQueue<>(settings.inFlight());
    for (int i = 0; i < settings.inFlight(); i++) {
      free.add(ByteBuffer.allocateDirect(settings.frameBytes()));
    }
  }

  /**
   * Runs until the frames end.
   *
   * @param arguments see {@link CameraSettings#USAGE}
   * @throws IOException if frames cannot be read
   * @throws InterruptedException never, in practice
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    CameraSettings settings;
    try {
      settings = CameraSettings.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(CameraSettings.USAGE);
      System.exit(2);
      return;
    }
    try (Classifier classifier = open(settings);
        FrameSource source = settings.open()) {
      System.out.printf(
          "%s on %s; %s%n", classifier.model().name(), classifier.model().runtime(), settings);
      new CameraFrames(settings).run(classifier, source);
    }
  }

  private static Classifier open(CameraSettings settings) {
    ClassifierBuilder builder = Classifier.builder().concurrency(settings.inFlight()).maxResults(1);
    Path model = settings.model();
    return model == null ? builder.open() : builder.model(model).open();
  }

  private void run(Classifier classifier, FrameSource source)
      throws IOException, InterruptedException {
    ByteBuffer dropped = ByteBuffer.allocateDirect(settings.frameBytes());
    long interval = (long) (1e9 / settings.framesPerSecond());
    long due = System.nanoTime();
    for (int i = 0; i < settings.frames(); i++) {
      sleepUntil(due);
      due += interval;
      ByteBuffer buffer = free.poll();
      if (!source.next(buffer == null ? dropped : buffer)) {
        if (buffer != null) {
          free.add(buffer);
        }
        break;
      }
      if (buffer == null) {
        statistics.dropped();
      } else {
        lend(buffer, classifier);
      }
      statistics.printEverySecond();
    }
    for (int i = 0; i < settings.inFlight(); i++) {
      if (free.poll(10, TimeUnit.SECONDS) == null) {
        throw new IllegalStateException("a frame was not returned within 10 s");
      }
    }
    statistics.printTotal();
  }

  /** Submits a frame; the buffer is returned when the frame is done. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private void lend(ByteBuffer buffer, Classifier classifier) {
    long start = System.nanoTime();
    ImageFrame frame =
        ImageFrame.nv12(
            buffer, settings.width(), settings.height(), settings.width(), YuvRange.VIDEO);
    classifier
        .classifyAsync(frame)
        .whenComplete((result, failure) -> takeBack(buffer, start, result, failure));
  }

  private void takeBack(
      ByteBuffer buffer,
      long start,
      @Nullable ClassificationResult result,
      @Nullable Throwable failure) {
    if (result == null) {
      statistics.failed(failure);
    } else {
      statistics.answered(System.nanoTime() - start, result);
    }
    free.add(buffer);
  }

  private static void sleepUntil(long nanoTime) {
    long left = nanoTime - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanoTime - System.nanoTime();
    }
  }
}
