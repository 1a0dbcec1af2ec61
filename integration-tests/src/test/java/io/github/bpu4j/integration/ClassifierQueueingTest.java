// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static io.github.bpu4j.integration.ScriptedClassifiers.FRAME;
import static io.github.bpu4j.integration.ScriptedClassifiers.PICTURE;
import static io.github.bpu4j.integration.ScriptedClassifiers.blockingAfterWarmUp;
import static io.github.bpu4j.integration.ScriptedClassifiers.on;
import static io.github.bpu4j.integration.ScriptedClassifiers.scores;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.ClassificationOutcome;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.testkit.RecordingRuntime;
import io.github.bpu4j.testkit.ScriptedAnswer;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many pictures for few requests: who waits, how long, and in which order results arrive. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ClassifierQueueingTest {
  @TempDir Path folder;

  @Test
  void whenEveryRequestStaysInUseTheCallerIsToldItIsBusy() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    ScriptedRuntime runtime = blockingAfterWarmUp(started, release);
    try (Classifier classifier =
        on(runtime).concurrency(1).timeout(Duration.ofMillis(300)).open()) {
      CompletableFuture<ClassificationResult> first = classifier.classifyAsync(FRAME);
      started.await();
      assertThatThrownBy(() -> classifier.classify(FRAME))
          .isInstanceOf(ClassifierBusyException.class)
          .hasMessageContaining("all 1 requests")
          .hasMessageContaining("raise concurrency or timeout");
      release.countDown();
      assertThat(first).isNotCancelled();
    }
  }

  @Test
  void allOutcomesComeInOrderAndABadPictureStopsNothing() throws IOException {
    Path good = folder.resolve("good.png");
    ImageIO.write(PICTURE, "png", good.toFile());
    Path bad = Files.writeString(folder.resolve("bad.png"), "no picture");
    Path missing = folder.resolve("missing.png");
    List<Path> pictures = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      pictures.addAll(List.of(good, bad, missing));
    }
    try (Classifier classifier = on(scores(0, 1)).open()) {
      List<ClassificationOutcome> outcomes = classifier.classifyAll(pictures);
      assertThat(outcomes).extracting(ClassificationOutcome::picture).isEqualTo(pictures);
      for (int i = 0; i < outcomes.size(); i += 3) {
        assertThat(outcomes.get(i)).isInstanceOf(ClassificationOutcome.Success.class);
        assertThat(((ClassificationOutcome.Failure) outcomes.get(i + 1)).error())
            .isInstanceOf(IOException.class);
        assertThat(((ClassificationOutcome.Failure) outcomes.get(i + 2)).error())
            .isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void aCanceledPictureIsDroppedBeforeTheNetworkSeesIt() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    RecordingRuntime recorder = new RecordingRuntime(blockingAfterWarmUp(started, release));
    try (Classifier classifier = Classifier.builder().runtime(recorder).concurrency(1).open()) {
      CompletableFuture<ClassificationResult> first = classifier.classifyAsync(FRAME);
      started.await();
      CompletableFuture<ClassificationResult> second = classifier.classifyAsync(FRAME);
      second.cancel(true);
      release.countDown();
      first.get();
    }
    assertThat(recorder.pictures()).as("the warm-up and the first").hasSize(2);
  }

  @Test
  void chainedAsynchronousCallsDoNotLockUp() throws Exception {
    try (Classifier classifier = on(scores(0, 1)).open()) {
      List<CompletableFuture<ClassificationResult>> chains = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        chains.add(
            classifier.classifyAsync(FRAME).thenCompose(first -> classifier.classifyAsync(FRAME)));
      }
      for (CompletableFuture<ClassificationResult> chain : chains) {
        assertThat(chain.get(1, TimeUnit.MINUTES).best().index()).isEqualTo(1);
      }
    }
  }

  @Test
  void queuedPicturesDoNotUseUpTheirTimeoutWaitingForEachOther() throws Exception {
    ScriptedRuntime slow =
        ScriptedRuntime.builder()
            .answer(ScriptedAnswer.scores(0, 1).after(Duration.ofMillis(100)))
            .build();
    try (Classifier classifier = on(slow).concurrency(1).timeout(Duration.ofMillis(900)).open()) {
      List<CompletableFuture<ClassificationResult>> queued = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        queued.add(classifier.classifyAsync(FRAME));
      }
      for (CompletableFuture<ClassificationResult> each : queued) {
        assertThat(each.get().best().index()).isEqualTo(1);
      }
    }
  }

  @Test
  void anInterruptedWaiterStopsWaitingAndKeepsItsFlag() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (Classifier classifier = on(blockingAfterWarmUp(started, release)).concurrency(1).open()) {
      CompletableFuture<ClassificationResult> first = classifier.classifyAsync(FRAME);
      started.await();
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> classifier.classify(FRAME))
          .isInstanceOf(InferenceException.class)
          .hasMessageContaining("interrupted");
      assertThat(Thread.interrupted()).isTrue();
      release.countDown();
      first.get();
    }
  }
}
