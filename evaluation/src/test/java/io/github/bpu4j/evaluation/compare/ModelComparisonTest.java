// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.evaluation.Proportion;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ModelComparisonTest {
  private static final OptionalInt UNKNOWN = OptionalInt.empty();
  private static final double ROUNDING = 1e-6;

  private final ComparisonCounter counter = ModelComparison.counter(3, 2);

  @Test
  void countsWhoIsRightAndWhoAgrees() {
    counter.add("both", OptionalInt.of(0), scores(.8f, .1f, .1f), scores(.7f, .2f, .1f));
    counter.add("first", OptionalInt.of(0), scores(.8f, .1f, .1f), scores(.2f, .7f, .1f));
    counter.add("second", OptionalInt.of(2), scores(.8f, .1f, .1f), scores(.2f, .1f, .7f));
    counter.add("none", OptionalInt.of(2), scores(.8f, .1f, .1f), scores(.2f, .7f, .1f));
    counter.add("unlabeled", UNKNOWN, scores(.8f, .1f, .1f), scores(.2f, .7f, .1f));
    counter.addUnreadable("damaged", "not a picture");

    ModelComparison comparison = counter.comparison();
    assertThat(comparison.first().top1()).isEqualTo(new Proportion(2, 4));
    assertThat(comparison.second().top1()).isEqualTo(new Proportion(2, 4));
    assertThat(comparison.second().topK(2)).isEqualTo(new Proportion(3, 4));
    assertThat(comparison.mcNemar()).isEqualTo(new McNemar(1, 1));
    assertThat(comparison.agreement()).isEqualTo(new Proportion(1, 5));
    assertThat(comparison.pictures()).isEqualTo(5);
    assertThat(comparison.flipped()).isEqualTo(4);
    assertThat(comparison.first().unreadable()).isEqualTo(1);
    assertThat(comparison.firstFlipped())
        .extracting(FlippedPicture::path)
        .containsExactly("first", "none", "second", "unlabeled");
    assertThat(comparison.firstFlipped().get(0))
        .isEqualTo(new FlippedPicture("first", OptionalInt.of(0), 0, .8f, 1, .7f));
  }

  /** |.2| + |.2| + 0, over three classes; cosines by NumPy. */
  @Test
  void measuresScores() {
    counter.add("one", UNKNOWN, scores(.5f, .3f, .2f), scores(.7f, .1f, .2f));

    ModelComparison comparison = counter.comparison();
    assertThat(comparison.difference().mean()).isCloseTo(.4 / 3, within(ROUNDING));
    assertThat(comparison.cosine().mean()).isCloseTo(0.927173, within(ROUNDING));
    assertThat(comparison.logitCosine().mean()).isCloseTo(0.684870, within(ROUNDING));
    assertThat(comparison.logitCosine().least()).isEqualTo(comparison.logitCosine().most());
  }

  @Test
  void aSoftmaxHasTheCenteredLogitsOfItsInput() {
    float[] logits = {3.5f, -1.25f, 0.5f};
    counter.add("one", UNKNOWN, logits, softmax(logits));

    ModelComparison comparison = counter.comparison();
    assertThat(comparison.logitCosine().mean()).isCloseTo(1, within(ROUNDING));
    assertThat(comparison.difference().pictures()).isZero();
    assertThat(comparison.difference().mean()).isNaN();
  }

  @Test
  void whatASoftmaxRoundsToZeroHasALogit() {
    counter.add("one", UNKNOWN, scores(1, 0, 0), scores(1, 1e-9f, 0));
    assertThat(counter.comparison().logitCosine().least()).isCloseTo(1, within(ROUNDING));
  }

  @Test
  void theSameAnswerForEveryClassIsLikeNothingButItself() {
    counter.add("flat", UNKNOWN, scores(.25f, .25f, .25f), scores(.5f, .3f, .2f));
    assertThat(counter.comparison().logitCosine().most()).isZero();
    counter.add("both flat", UNKNOWN, scores(.25f, .25f, .25f), scores(.5f, .5f, .5f));
    assertThat(counter.comparison().logitCosine().most()).isEqualTo(1);
  }

  @Test
  void rankedClassesWithoutScoresAreCountedButNotMeasured() {
    counter.add("one", OptionalInt.of(1), ranked(1, 0), ranked(2, 1));

    ModelComparison comparison = counter.comparison();
    assertThat(comparison.mcNemar()).isEqualTo(new McNemar(1, 0));
    assertThat(comparison.flipped()).isEqualTo(1);
    assertThat(comparison.cosine()).isEqualTo(ScoreMeasure.NONE);
  }

  @Test
  void equalScoresRankByIndexAsInAClassifier() {
    counter.add("one", OptionalInt.of(1), scores(.1f, .4f, .4f), scores(.4f, .4f, .1f));
    ModelComparison comparison = counter.comparison();
    assertThat(comparison.firstFlipped().get(0).first()).isEqualTo(1);
    assertThat(comparison.firstFlipped().get(0).second()).isEqualTo(0);
    assertThat(comparison.second().topK(2)).isEqualTo(new Proportion(1, 1));
  }

  @Test
  void aRefusedPictureIsNotCountedForEither() {
    ModelComparison nothing = counter.comparison();
    float[] good = scores(.5f, .3f, .2f);
    assertThatThrownBy(() -> counter.add("x", UNKNOWN, good, scores(.5f, .5f)))
        .hasMessage("2 scores, expected 3");
    assertThatThrownBy(() -> counter.add("x", UNKNOWN, good, scores(.5f, Float.NaN, 0)))
        .hasMessage("the score of class 1 is NaN, expected a finite number");
    assertThatThrownBy(() -> counter.add("x", OptionalInt.of(1), ranked(1, 0), ranked(1)))
        .hasMessage("got 1 ranked classes, expected at least 2");
    assertThatThrownBy(() -> counter.add("x", OptionalInt.of(1), ranked(1, 0), ranked(3, 0)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> counter.add("x", OptionalInt.of(3), good, good))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(counter.comparison()).isEqualTo(nothing);
  }

  private static float[] scores(float... scores) {
    return scores;
  }

  private static List<Category> ranked(Integer... classes) {
    return List.of(classes).stream().map(i -> new Category(i, "", "", .5f)).toList();
  }

  private static float[] softmax(float[] logits) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit);
    }
    float[] scores = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      scores[i] = (float) (Math.exp(logits[i]) / sum);
    }
    return scores;
  }
}
