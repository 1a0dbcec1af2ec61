// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.InferenceRuntime.DefaultModel;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.testkit.ScriptedAnswer;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Shared parts of the tests of a classifier's behavior: a small picture, and scripted runtimes. */
final class ScriptedClassifiers {
  static final BufferedImage PICTURE = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
  static final ImageFrame FRAME = ImageFrame.of(PICTURE);

  private ScriptedClassifiers() {}

  static ClassifierBuilder on(ScriptedRuntime runtime) {
    return Classifier.builder().runtime(runtime);
  }

  /** Starts a classifier on a model of two classes and 8x8 pixels that uses this request. */
  static ClassifierBuilder on(InferRequest request) {
    ClassificationModel model = mock(ClassificationModel.class);
    when(model.info()).thenReturn(tinyInfo());
    when(model.createRequest()).thenReturn(request);
    return on(model);
  }

  /** Starts a classifier on any model. */
  static ClassifierBuilder on(ClassificationModel model) {
    InferenceRuntime runtime = mock(InferenceRuntime.class);
    DefaultModel carried = mock(DefaultModel.class);
    when(runtime.availability()).thenReturn(Availability.yes());
    when(runtime.defaultModel()).thenReturn(Optional.of(carried));
    when(carried.load(any())).thenReturn(model);
    return Classifier.builder().runtime(runtime);
  }

  static ModelInfo tinyInfo() {
    return new ModelInfo(
        "tiny",
        "mock",
        true,
        8,
        8,
        2,
        YuvRange.VIDEO,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of());
  }

  /** A runtime that always returns these scores. */
  static ScriptedRuntime scores(float... scores) {
    return ScriptedRuntime.builder().scores(scores).build();
  }

  /** A runtime whose inferences, except the first, count {@code started} down and wait. */
  static ScriptedRuntime blockingAfterWarmUp(CountDownLatch started, CountDownLatch release) {
    AtomicInteger inferences = new AtomicInteger();
    return ScriptedRuntime.builder()
        .classes(2)
        .byPicture(
            picture -> {
              if (inferences.getAndIncrement() > 0) {
                started.countDown();
                await(release);
              }
              return ScriptedAnswer.scores(0, 1);
            })
        .build();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
