// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationOutcome;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.api.ClassifierObserver;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.InferenceRuntime.DefaultModel;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.ImageFrame;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.testkit.RecordingRuntime;
import io.github.bpu4j.testkit.ScriptedAnswer;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docs/architecture.md promises of a classifier, on a runtime whose answers are written down.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ClassifierBehaviorTest {
  private static final BufferedImage PICTURE = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
  private static final ImageFrame FRAME = ImageFrame.of(PICTURE);
  private static final float ROUNDING = 1e-5f;

  @TempDir Path folder;

  @Test
  void theBestComeFirstWithinMaxResultsThresholdAndAllowlist() {
    ScriptedRuntime runtime = scores(0.1f, 0.5f, 0.1f, 0.3f);
    assertThat(indexes(on(runtime).maxResults(3))).containsExactly(1, 3, 0);
    assertThat(indexes(on(runtime).scoreThreshold(0.2f))).containsExactly(1, 3);
    assertThat(indexes(on(runtime).categoryAllowlist(List.of("class_2", "class_3"))))
        .containsExactly(3, 2);
  }

  @Test
  void anEmptyAnswerIsNoCategory() {
    try (Classifier classifier = on(scores(0.1f, 0.9f)).scoreThreshold(0.95f).open()) {
      ClassificationResult result = classifier.classify(FRAME);
      assertThat(result.categories()).isEmpty();
      assertThatThrownBy(result::best).isInstanceOf(NoSuchElementException.class);
    }
  }

  @Test
  void anAllowlistWithAnUnknownNameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> on(scores(1, 0)).categoryAllowlist(List.of("wolf")).open())
        .withMessageContaining("[wolf] are no labels of the model");
  }

  @Test
  void autoLeavesProbabilitiesAloneAndTransformsLogits() {
    try (Classifier classifier = on(scores(0.2f, 0.8f)).open()) {
      assertThat(classifier.scoreTransform()).isEqualTo(ScoreTransform.NONE);
    }
    try (Classifier classifier = on(scores(-1, 4)).open()) {
      assertThat(classifier.scoreTransform()).isEqualTo(ScoreTransform.SOFTMAX);
      assertThat(classifier.classify(FRAME).best().score()).isCloseTo(0.993307f, within(ROUNDING));
    }
  }

  @Test
  void whatTheModelSaysOverrulesTheWarmUp() {
    ScriptedRuntime logits =
        ScriptedRuntime.builder().scores(0.2f, 0.8f).probabilities(false).build();
    try (Classifier classifier = on(logits).open()) {
      assertThat(classifier.scoreTransform()).isEqualTo(ScoreTransform.SOFTMAX);
    }
  }

  @Test
  void rawScoresComeBeforeTheTransformAndOnlyOnRequest() {
    try (Classifier classifier = on(scores(-1, 4)).rawScores(true).open()) {
      assertThat(classifier.classify(FRAME).rawScores().orElseThrow().toArray())
          .containsExactly(-1, 4);
    }
    try (Classifier classifier = on(scores(-1, 4)).open()) {
      assertThat(classifier.classify(FRAME).rawScores()).isEmpty();
    }
  }

  @Test
  void theRangeIsWhatWasAskedElseWhatTheModelSaysElseVideo() {
    ScriptedRuntime full = ScriptedRuntime.builder().scores(1, 0).range(YuvRange.FULL).build();
    assertThat(rangeUsed(on(full))).isEqualTo(YuvRange.FULL);
    assertThat(rangeUsed(on(scores(1, 0)))).isEqualTo(YuvRange.VIDEO);
    assertThat(rangeUsed(on(full).preprocessing(Preprocessing.vendorSample())))
        .isEqualTo(YuvRange.VIDEO);
  }

  @Test
  void labelsMustMatchTheClasses() {
    assertThatThrownBy(() -> on(scores(1, 0, 0)).labels(Labels.numbered(2)).open())
        .isInstanceOf(ModelMismatchException.class)
        .hasMessageContaining("gives 3 scores but 2 labels were given")
        .hasMessageContaining("withBackground");
  }

  @Test
  void thousandClassesAreImageNetsWithChineseNamesOnRequest() {
    ScriptedRuntime runtime =
        ScriptedRuntime.builder().classes(1000).byPicture(p -> oneHot(270)).build();
    try (Classifier classifier = on(runtime).displayNamesLocale(Locale.CHINESE).open()) {
      Category best = classifier.classify(FRAME).best();
      assertThat(best.name()).isEqualTo("white wolf, Arctic wolf, Canis lupus tundrarum");
      assertThat(best.displayName()).isEqualTo("北极狼");
    }
  }

  @Test
  void whateverFailsAtOpenClosesTheModelAndItsRequests() {
    InferenceRuntime runtime = mock(InferenceRuntime.class);
    ClassificationModel model = mock(ClassificationModel.class);
    InferRequest request = mock(InferRequest.class);
    DefaultModel carried = mock(DefaultModel.class);
    when(runtime.availability()).thenReturn(Availability.yes());
    when(runtime.defaultModel()).thenReturn(Optional.of(carried));
    when(carried.load(any())).thenReturn(model);
    when(model.info()).thenReturn(tinyInfo());
    when(model.createRequest()).thenReturn(request);
    when(request.input()).thenReturn(Nv12Buffer.allocate(8, 8));
    doThrow(new InferenceException("the warm-up failed")).when(request).infer(any());
    assertThatThrownBy(() -> Classifier.builder().runtime(runtime).concurrency(3).open())
        .isInstanceOf(InferenceException.class)
        .hasMessage("the warm-up failed");
    verify(request, times(3)).close();
    verify(model).close();
  }

  @Test
  void theWarmUpTouchesEveryRequestWhenAsked() {
    RecordingRuntime recorder = new RecordingRuntime(scores(0, 1));
    Classifier.builder().runtime(recorder).concurrency(3).warmup(3).open().close();
    assertThat(recorder.pictures()).hasSize(3);
    assertThat(recorder.lastPicture().y(0, 0)).as("gray 127 in VIDEO").isEqualTo(125);
  }

  @Test
  void aClassifierThatIsDroppedOpenIsReported() throws Exception {
    PrintStream stderr = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, UTF_8));
    try {
      openAndDrop();
      for (int i = 0; i < 100 && !log.toString(UTF_8).contains("dropped"); i++) {
        System.gc();
        Thread.sleep(20);
      }
    } finally {
      System.setErr(stderr);
    }
    assertThat(log.toString(UTF_8)).contains("classifier of scripted was dropped without close()");
  }

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
  void useAfterCloseNamesTheObjectAndClosingTwiceIsFine() {
    Classifier classifier = on(scores(1, 0)).open();
    classifier.close();
    classifier.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> classifier.classify(FRAME))
        .withMessageContaining("classifier of")
        .withMessageContaining("closed");
    assertThatIllegalStateException().isThrownBy(() -> classifier.classifyAsync(FRAME));
  }

  @Test
  void closeWaitsForThePictureInFlight() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Classifier classifier = on(blockingAfterWarmUp(started, release)).open();
    CompletableFuture<ClassificationResult> inFlight = classifier.classifyAsync(FRAME);
    started.await();
    Thread closer = new Thread(classifier::close);
    closer.start();
    closer.join(50);
    assertThat(closer.isAlive()).isTrue();
    release.countDown();
    closer.join();
    assertThat(inFlight.get().categories()).isNotEmpty();
  }

  @Test
  void closeReturnsAfterItsTimeoutAndTheLastPictureFreesTheModel() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Classifier classifier =
        on(blockingAfterWarmUp(started, release)).closeTimeout(Duration.ofMillis(50)).open();
    CompletableFuture<ClassificationResult> inFlight = classifier.classifyAsync(FRAME);
    started.await();
    classifier.close();
    assertThat(inFlight).isNotDone();
    release.countDown();
    assertThat(inFlight.get().categories()).isNotEmpty();
  }

  @Test
  void closingInTheMiddleOfTwoHundredRunsAnswersOrRefuses() throws Exception {
    ScriptedRuntime runtime = scores(0, 1);
    for (int run = 0; run < 200; run++) {
      Classifier classifier = on(runtime).open();
      AtomicInteger wrong = new AtomicInteger();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Thread thread =
            new Thread(
                () -> {
                  try {
                    while (true) {
                      if (classifier.classify(FRAME).best().index() != 1) {
                        wrong.incrementAndGet();
                      }
                    }
                  } catch (IllegalStateException closed) {
                    return;
                  }
                });
        thread.start();
        threads.add(thread);
      }
      classifier.close();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(wrong).hasValue(0);
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
  void aCallbackMayCloseTheClassifier() throws Exception {
    Classifier classifier = on(scores(0, 1)).closeTimeout(Duration.ofMinutes(1)).open();
    classifier.classifyAsync(FRAME).thenRun(classifier::close).get(30, TimeUnit.SECONDS);
    assertThatIllegalStateException().isThrownBy(() -> classifier.classify(FRAME));
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

  private static void openAndDrop() {
    assertThat(on(scores(0, 1)).open().labels().size()).isEqualTo(2);
  }

  private static ModelInfo tinyInfo() {
    return new ModelInfo(
        "tiny",
        "mock",
        true,
        8,
        8,
        2,
        YuvRange.VIDEO,
        Optional.empty(),
        List.of(),
        List.of(),
        Map.of());
  }

  private static ClassifierBuilder on(ScriptedRuntime runtime) {
    return Classifier.builder().runtime(runtime);
  }

  private static ScriptedRuntime scores(float... scores) {
    return ScriptedRuntime.builder().scores(scores).build();
  }

  private static ScriptedAnswer oneHot(int index) {
    float[] scores = new float[1000];
    scores[index] = 1;
    return ScriptedAnswer.scores(scores);
  }

  private static ScriptedRuntime blockingAfterWarmUp(
      CountDownLatch started, CountDownLatch release) {
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

  private static List<Integer> indexes(ClassifierBuilder builder) {
    try (Classifier classifier = builder.open()) {
      return classifier.classify(FRAME).categories().stream().map(Category::index).toList();
    }
  }

  private static YuvRange rangeUsed(ClassifierBuilder builder) {
    try (Classifier classifier = builder.open()) {
      return classifier.classify(FRAME).range();
    }
  }
}
