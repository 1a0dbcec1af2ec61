// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static io.github.bpu4j.integration.ScriptedClassifiers.FRAME;
import static io.github.bpu4j.integration.ScriptedClassifiers.on;
import static io.github.bpu4j.integration.ScriptedClassifiers.scores;
import static io.github.bpu4j.integration.ScriptedClassifiers.tinyInfo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.ModelLoadException;
import io.github.bpu4j.api.error.ModelMismatchException;
import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.testkit.RecordingRuntime;
import io.github.bpu4j.testkit.ScriptedAnswer;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The effect of options, and what is decided or rejected when a classifier is opened. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ClassifierOpeningTest {
  private static final float ROUNDING = 1e-5f;

  @TempDir Path folder;

  @Test
  void theBestComeFirstWithinMaxResultsThresholdAndLists() {
    ScriptedRuntime runtime = scores(0.1f, 0.5f, 0.1f, 0.3f);
    assertThat(indexes(on(runtime).maxResults(3))).containsExactly(1, 3, 0);
    assertThat(indexes(on(runtime).scoreThreshold(0.2f))).containsExactly(1, 3);
    assertThat(indexes(on(runtime).categoryAllowlist(List.of("class_2", "class_3"))))
        .containsExactly(3, 2);
    assertThat(indexes(on(runtime).categoryDenylist(List.of("class_1", "class_0"))))
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
        .withMessageContaining("[wolf] are not labels of the model");
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
  void theRuntimeIsToldWhatToLoadAndHowManyClassesTheLabelsName() throws IOException {
    Path file = Files.createFile(folder.resolve("network.bin"));
    InferenceRuntime runtime = mock(InferenceRuntime.class);
    when(runtime.availability()).thenReturn(Availability.yes());
    when(runtime.supports(file)).thenReturn(true);
    LoadOptions expected =
        LoadOptions.defaults()
            .withModelName("first")
            .withOutputName("prob")
            .withForce(true)
            .withExpectedClasses(3);
    when(runtime.load(file, expected)).thenThrow(new ModelLoadException("as expected"));
    ClassifierBuilder builder =
        Classifier.builder()
            .model(file)
            .runtime(runtime)
            .modelName("first")
            .outputName("prob")
            .force(true)
            .labels(Labels.numbered(3));
    assertThatThrownBy(builder::open)
        .isInstanceOf(ModelLoadException.class)
        .hasMessage("as expected");
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
    ClassificationModel model = mock(ClassificationModel.class);
    InferRequest request = mock(InferRequest.class);
    when(model.info()).thenReturn(tinyInfo());
    when(model.createRequest()).thenReturn(request);
    when(request.input()).thenReturn(Nv12Buffer.allocate(8, 8));
    doThrow(new InferenceException("the warm-up failed")).when(request).infer(any());
    assertThatThrownBy(() -> on(model).concurrency(3).open())
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

  private static ScriptedAnswer oneHot(int index) {
    float[] scores = new float[1000];
    scores[index] = 1;
    return ScriptedAnswer.scores(scores);
  }
}
