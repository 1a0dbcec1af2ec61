// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.evaluation.Evaluation;
import io.github.bpu4j.evaluation.EvaluationResult;
import io.github.bpu4j.testkit.ScriptedAnswer;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairedEvaluationTest {
  private static final int CLASSES = 6;
  private static final int PICTURES = 60;

  @TempDir private Path data;

  /** Gray pictures in five folders; two are damaged. */
  @BeforeEach
  void makePictures() throws IOException {
    for (int i = 0; i < PICTURES; i++) {
      Path file = data.resolve("class_" + i % 5).resolve("p%02d.pgm".formatted(i));
      Files.createDirectories(file.getParent());
      Files.writeString(file, i % 29 == 7 ? "P5 no picture" : "P2 1 1 255 " + 4 * i + "\n");
    }
  }

  @Test
  void comparesEveryPictureOfAnEvaluation() throws IOException {
    try (Classifier first = classifier(gray -> scores(gray)).maxResults(CLASSES).open();
        Classifier second = classifier(gray -> scores(gray / 50)).maxResults(CLASSES).open()) {
      PairedEvaluation paired = new PairedEvaluation(second, data);
      EvaluationResult result = Evaluation.of(first).depth(2).observer(paired).run(data);
      ModelComparison comparison = paired.comparison();

      assertThat(comparison.first()).isEqualTo(result.accuracy());
      assertThat(comparison.second())
          .isEqualTo(Evaluation.of(second).depth(2).run(data).accuracy());
      assertThat(comparison).isEqualTo(oneByOne(first, second));
      assertThat(comparison.flipped()).isPositive();
      assertThat(comparison.difference().pictures()).isEqualTo(PICTURES - 2);
    }
  }

  private ModelComparison oneByOne(Classifier first, Classifier second) throws IOException {
    ComparisonCounter counter = ModelComparison.counter(CLASSES, 2);
    for (int i = 0; i < PICTURES; i++) {
      String path = "class_%d/p%02d.pgm".formatted(i % 5, i);
      if (i % 29 == 7) {
        counter.addUnreadable(path, unreadable(first, path));
      } else {
        counter.add(path, OptionalInt.of(i % 5), scores(first, path), scores(second, path));
      }
    }
    return counter.comparison();
  }

  private String unreadable(Classifier classifier, String path) {
    try {
      return "no error but " + classifier.classify(data.resolve(path));
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).replace(data.resolve(path) + ": ", "");
    }
  }

  private float[] scores(Classifier classifier, String path) throws IOException {
    float[] scores = new float[CLASSES];
    for (Category each : classifier.classify(data.resolve(path)).categories()) {
      scores[each.index()] = each.score();
    }
    return scores;
  }

  @Test
  void withoutAllScoresOnlyTheRanksAreCompared() throws IOException {
    try (Classifier one = classifier(gray -> scores(gray)).maxResults(2).open()) {
      PairedEvaluation paired = new PairedEvaluation(one, data);
      EvaluationResult result = Evaluation.of(one).depth(2).observer(paired).run(data);
      assertThat(paired.comparison().second()).isEqualTo(result.accuracy());
      assertThat(paired.comparison().flipped()).isZero();
      assertThat(paired.comparison().cosine()).isEqualTo(ScoreMeasure.NONE);
    }
  }

  @Test
  void refusesOtherClasses() throws IOException {
    try (Classifier first = classifier(gray -> scores(gray)).open();
        Classifier second =
            Classifier.builder().runtime(ScriptedRuntime.builder().classes(7).build()).open()) {
      PairedEvaluation paired = new PairedEvaluation(second, data);
      assertThatThrownBy(() -> Evaluation.of(first).observer(paired).run(data))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageMatching(".* has 6 classes and .* has 7, expected the same classes");
    }
  }

  @Test
  void aSecondRuntimeThatFailsAgainAndAgainEndsTheRun() throws IOException {
    boolean[] broken = {false};
    try (Classifier first = classifier(gray -> scores(gray)).open();
        Classifier second =
            classifier(gray -> broken[0] ? ScriptedAnswer.failure("broken") : scores(gray))
                .open()) {
      broken[0] = true;
      PairedEvaluation paired = new PairedEvaluation(second, data);
      assertThatThrownBy(
              () -> {
                Evaluation.of(first).observer(paired).run(data);
                paired.comparison();
              })
          .isInstanceOf(InferenceException.class)
          .hasMessageMatching("the last 10 inferences of .* failed.*broken.*");
    }
  }

  private static ClassifierBuilder classifier(IntFunction<ScriptedAnswer> answers) {
    return Classifier.builder()
        .runtime(
            ScriptedRuntime.builder()
                .size(2, 2)
                .classes(CLASSES)
                .byPicture(picture -> answers.apply(picture.y(0, 0)))
                .build())
        .labels(Labels.numbered(CLASSES))
        .scoreThreshold(-Float.MAX_VALUE)
        .scoreTransform(ScoreTransform.SOFTMAX);
  }

  private static ScriptedAnswer scores(int seed) {
    Random random = new Random(seed);
    float[] scores = new float[CLASSES];
    IntStream.range(0, CLASSES).forEach(i -> scores[i] = 4 * random.nextFloat());
    return ScriptedAnswer.scores(scores);
  }
}
