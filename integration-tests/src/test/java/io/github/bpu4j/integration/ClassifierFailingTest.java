// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static io.github.bpu4j.integration.ScriptedClassifiers.FRAME;
import static io.github.bpu4j.integration.ScriptedClassifiers.on;
import static io.github.bpu4j.integration.ScriptedClassifiers.scores;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.ClassificationOutcome;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierObserver;
import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.testkit.ScriptedAnswer;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that fail: what the caller and the observer are told, and that others continue. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ClassifierFailingTest {
  @Test
  void aFailedInferenceIsReportedAndTheClassifierGoesOn() {
    ScriptedRuntime runtime =
        ScriptedRuntime.builder().scores(1, 0).failure("the wire broke").scores(0, 1).build();
    try (Classifier classifier = on(runtime).concurrency(1).open()) {
      assertThatThrownBy(() -> classifier.classify(FRAME))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("the wire broke");
      assertThat(classifier.classify(FRAME).best().index()).isEqualTo(1);
    }
  }

  @Test
  void aSlowNetworkTimesOutAndTheClassifierGoesOn() {
    ScriptedRuntime runtime =
        ScriptedRuntime.builder()
            .scores(1, 0)
            .answer(ScriptedAnswer.scores(1, 0).after(Duration.ofMinutes(1)))
            .scores(0, 1)
            .build();
    try (Classifier classifier =
        on(runtime).concurrency(1).timeout(Duration.ofMillis(100)).open()) {
      assertThatThrownBy(() -> classifier.classify(FRAME))
          .isInstanceOf(InferenceTimeoutException.class);
      assertThat(classifier.classify(FRAME).best().index()).isEqualTo(1);
    }
  }

  @Test
  void aTimeoutBeforeInferenceStartsSaysWhereTheTimeWent() {
    try (Classifier classifier = on(scores(1, 0)).timeout(Duration.ofNanos(1)).open()) {
      assertThatThrownBy(() -> classifier.classify(FRAME))
          .isInstanceOf(ClassifierBusyException.class)
          .hasMessageMatching(
              "the timeout of 1 ns passed before inference could start: [0-9.]+ [num]?s were"
                  + " spent on waiting for a request and [0-9.]+ [num]?s on preprocessing; raise timeout, .*");
    }
  }

  @Test
  void anErrorOfOnePictureDoesNotLoseTheBatch(@TempDir Path folder) throws Exception {
    Path picture = folder.resolve("picture.png");
    ImageIO.write(ScriptedClassifiers.PICTURE, "png", picture.toFile());
    AtomicInteger calls = new AtomicInteger();
    ScriptedRuntime runtime =
        ScriptedRuntime.builder()
            .classes(2)
            .byPicture(
                seen -> {
                  if (calls.getAndIncrement() == 2) {
                    throw new OutOfMemoryError("no more tensors");
                  }
                  return ScriptedAnswer.scores(1, 0);
                })
            .build();
    try (Classifier classifier = on(runtime).concurrency(1).warmup(1).open()) {
      List<ClassificationOutcome> outcomes = classifier.classifyAll(nCopies(4, picture));
      assertThat(outcomes).hasSize(4);
      assertThat(outcomes)
          .filteredOn(ClassificationOutcome.Failure.class::isInstance)
          .singleElement()
          .extracting(outcome -> ((ClassificationOutcome.Failure) outcome).error())
          .satisfies(
              error ->
                  assertThat(error)
                      .isInstanceOf(InferenceException.class)
                      .hasRootCauseInstanceOf(OutOfMemoryError.class)
                      .hasMessageContainingAll(picture.toString(), "no more tensors"));
    }
  }

  @Test
  void anObserverSeesSuccessesFailuresAndTheQueueAndCannotHarm() throws Exception {
    AtomicInteger classified = new AtomicInteger();
    AtomicInteger failed = new AtomicInteger();
    AtomicInteger queued = new AtomicInteger();
    ClassifierObserver observer =
        new ClassifierObserver() {
          @Override
          public void classified(ClassificationResult result) {
            classified.incrementAndGet();
            throw new AssertionError("a bad metrics library");
          }

          @Override
          public void failed(Exception failure, long totalNanos) {
            failed.incrementAndGet();
          }

          @Override
          public void queued(int waiting) {
            queued.incrementAndGet();
            throw new AssertionError("a bad metrics library");
          }
        };
    ScriptedRuntime runtime =
        ScriptedRuntime.builder().scores(1, 0).scores(1, 0).failure("x").scores(1, 0).build();
    try (Classifier classifier = on(runtime).concurrency(1).observer(observer).open()) {
      classifier.classify(FRAME);
      assertThatThrownBy(() -> classifier.classify(FRAME)).isInstanceOf(InferenceException.class);
      classifier.classifyAsync(FRAME).get();
    }
    assertThat(classified).hasValue(2);
    assertThat(failed).hasValue(1);
    assertThat(queued).hasValue(1);
  }
}
