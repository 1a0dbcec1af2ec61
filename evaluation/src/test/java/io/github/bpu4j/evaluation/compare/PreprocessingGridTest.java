// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.AccuracyCounter;
import io.github.bpu4j.evaluation.Evaluation;
import io.github.bpu4j.evaluation.EvaluationResult;
import io.github.bpu4j.evaluation.Proportion;
import io.github.bpu4j.evaluation.data.ClassNames;
import io.github.bpu4j.evaluation.data.GroundTruth;
import io.github.bpu4j.evaluation.data.LabeledPictures;
import io.github.bpu4j.evaluation.data.Selection;
import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.testkit.ScriptedAnswer;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreprocessingGridTest {
  private static final int CLASSES = 6;
  private static final int PICTURES = 40;
  private static final Preprocessing BASE = Preprocessing.defaults().withRange(YuvRange.VIDEO);

  @TempDir private Path data;

  /** Colored noise of several sizes in five folders; one is damaged. */
  @BeforeEach
  void makePictures() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < PICTURES; i++) {
      Path file = data.resolve("class_" + i % 5).resolve("p%02d.ppm".formatted(i));
      Files.createDirectories(file.getParent());
      int width = 8 + random.nextInt(20);
      StringBuilder pixels = new StringBuilder("P3 " + width + " 12 255");
      for (int n = 0; n < width * 12 * 3; n++) {
        pixels.append(n % 8 == 0 ? '\n' : ' ').append(random.nextInt(256));
      }
      Files.writeString(file, i == 9 ? "P6 no picture" : pixels + "\n");
    }
  }

  @Test
  void everyCellEqualsAnEvaluationOfItsOwn() throws IOException {
    List<Preprocessing> ways = GridAxis.combinations(BASE, EnumSet.allOf(GridAxis.class));
    assertThat(ways).hasSize(3 * 4 * 2).doesNotHaveDuplicates();
    List<Long> told = new ArrayList<>();
    GridResult grid = run(ways, told);

    assertThat(told).hasSize(PICTURES).endsWith((long) PICTURES);
    assertThat(grid.rows()).hasSize(ways.size());
    for (GridRow row : grid.rows()) {
      assertThat(row.accuracy().top1())
          .as("%s", row.preprocessing())
          .isEqualTo(alone(row.preprocessing()).top1());
      assertThat(row.accuracy().calibration()).isEqualTo(alone(row.preprocessing()).calibration());
      assertThat(row.accuracy().unreadable()).isEqualTo(1);
    }
    assertThat(grid.rows())
        .extracting(row -> row.accuracy().top1().count())
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(grid.best().accuracy().top1())
        .isNotEqualTo(grid.rows().get(ways.size() - 1).accuracy().top1());
  }

  @Test
  void axesThatAreNotNamedStay() {
    assertThat(GridAxis.combinations(BASE, List.of(GridAxis.FIT)))
        .containsExactly(
            BASE.withFit(Fit.STRETCH), BASE.withFit(Fit.LETTERBOX), BASE.withFit(Fit.CENTER_CROP));
    assertThat(GridAxis.combinations(BASE, List.of())).containsExactly(BASE);
  }

  @Test
  void rivalsAreThoseWhoseIntervalReachesTheBest() {
    GridResult grid = new GridResult(List.of(row(10, 100), row(90, 100), row(85, 100)));
    assertThat(grid.best().accuracy().top1()).isEqualTo(new Proportion(90, 100));
    assertThat(grid.rivals()).isEqualTo(1);
    assertThat(new GridResult(List.of(row(1, 1))).rivals()).isZero();
    assertThatThrownBy(() -> new GridResult(List.of())).hasMessage("no rows, expected one or more");
  }

  @Test
  void refusesAClassifierOfAnotherRange() throws IOException {
    try (Classifier full = classifier(BASE.withRange(YuvRange.FULL)).open()) {
      assertThatThrownBy(
              () ->
                  new PreprocessingGrid(
                      List.of(BASE), Map.of(YuvRange.VIDEO, full), 1, DecodeLimits.defaults()))
          .hasMessage("no classifier with the range VIDEO");
    }
  }

  private GridResult run(List<Preprocessing> ways, List<Long> told) throws IOException {
    try (Classifier full = classifier(BASE.withRange(YuvRange.FULL)).open();
        Classifier video = classifier(BASE).open()) {
      LabeledPictures pictures =
          new LabeledPictures(data, GroundTruth.folders(), ClassNames.of(video.labels()));
      try (LabeledPictures.Walk walk =
          pictures.walk(Selection.all(), pictures.check().pictures())) {
        return new PreprocessingGrid(
                ways,
                Map.of(YuvRange.FULL, full, YuvRange.VIDEO, video),
                2,
                DecodeLimits.defaults())
            .run(walk, () -> false, told::add);
      }
    }
  }

  private Accuracy alone(Preprocessing way) throws IOException {
    try (Classifier classifier = classifier(way).open()) {
      EvaluationResult result = Evaluation.of(classifier).depth(2).run(data);
      return result.accuracy();
    }
  }

  private static GridRow row(int right, int of) {
    AccuracyCounter counter = Accuracy.counter(2, 1);
    for (int i = 0; i < of; i++) {
      counter.add(0, List.of(new Category(i < right ? 0 : 1, "", "", .5f)));
    }
    return new GridRow(BASE, counter.accuracy());
  }

  /** Answers depend on every pixel that the way of converting can change. */
  private static ClassifierBuilder classifier(Preprocessing way) {
    return Classifier.builder()
        .runtime(
            ScriptedRuntime.builder()
                .size(8, 8)
                .classes(CLASSES)
                .byPicture(
                    picture -> {
                      float[] scores = new float[CLASSES];
                      for (int i = 0; i < CLASSES; i++) {
                        scores[i] = picture.y(i, i) / 64f;
                      }
                      return ScriptedAnswer.scores(scores);
                    })
                .build())
        .labels(Labels.numbered(CLASSES))
        .maxResults(2)
        .fit(way.fit())
        .interpolation(way.interpolation())
        .range(way.range())
        .scoreThreshold(-Float.MAX_VALUE)
        .scoreTransform(ScoreTransform.SOFTMAX);
  }
}
