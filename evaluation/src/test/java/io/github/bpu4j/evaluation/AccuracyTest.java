// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.bpu4j.api.Category;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {
  private static final int CLASSES = 4;

  private final AccuracyCounter counter = Accuracy.counter(CLASSES, 2);

  @Test
  void countsTheRankOfTheTruth() {
    count(0, 0.9f, 0, 1);
    count(1, 0.8f, 0, 1);
    count(2, 0.7f, 0, 1);

    Accuracy accuracy = counter.accuracy();
    assertThat(accuracy.pictures()).isEqualTo(3);
    assertThat(accuracy.top1()).isEqualTo(new Proportion(1, 3)).isEqualTo(accuracy.topK(1));
    assertThat(accuracy.topK(2)).isEqualTo(new Proportion(2, 3));
    assertThatThrownBy(() -> accuracy.topK(3)).hasMessage("top-3, expected 1 to 2");
  }

  @Test
  void recallIsOfTheClassAndPrecisionOfItsAnswers() {
    count(0, 0.9f, 0, 1);
    count(0, 0.9f, 1, 0);
    count(2, 0.9f, 1, 0);
    count(1, 0.9f, 1, 0);

    List<ClassAccuracy> classes = counter.accuracy().byClass();
    assertThat(classes).hasSize(CLASSES);
    assertThat(classes.get(0).recall()).isEqualTo(new Proportion(1, 2));
    assertThat(classes.get(0).precision()).isEqualTo(new Proportion(1, 1));
    assertThat(classes.get(1).recall()).isEqualTo(new Proportion(1, 1));
    assertThat(classes.get(1).precision()).isEqualTo(new Proportion(1, 3));
    assertThat(classes.get(3).recall().value()).isNaN();
  }

  @Test
  void listsWhatIsConfusedMostOftenFirst() {
    count(2, 0.9f, 1, 0);
    count(0, 0.9f, 3, 0);
    count(2, 0.9f, 1, 0);
    count(0, 0.9f, 1, 0);
    count(1, 0.9f, 1, 0);

    assertThat(counter.accuracy().mostConfused(2))
        .containsExactly(new Confusion(2, 1, 2), new Confusion(0, 1, 1));
  }

  /** Two bins: 0.9 (right, wrong) and 0.3 (right); |0.9 - 0.5| * 2/3 + |0.3 - 1| * 1/3. */
  @Test
  void calibrationErrorWeighsTheBinsByTheirPictures() {
    count(0, 0.9f, 0, 1);
    count(1, 0.9f, 0, 1);
    count(0, 0.3f, 0, 1);

    Accuracy accuracy = counter.accuracy();
    assertThat(accuracy.meanConfidence()).hasValueCloseTo(0.7, within(1e-7));
    assertThat(accuracy.calibrationError()).hasValueCloseTo(0.5, within(1e-7));
    assertThat(accuracy.calibration().get(13).accuracy()).isEqualTo(new Proportion(1, 2));
  }

  @Test
  void aBinHoldsItsUpperEnd() {
    for (int n = 0; n <= CalibrationBin.COUNT; n++) {
      long edge = CalibrationBin.wholeUnits(n) / CalibrationBin.COUNT;
      assertThat(CalibrationBin.of(edge)).as("%d/15", n).isEqualTo(Math.max(0, n - 1));
      if (n < CalibrationBin.COUNT) {
        assertThat(CalibrationBin.of(edge + 1)).as("above %d/15", n).isEqualTo(n);
      }
    }
  }

  @Test
  void scoresThatAreNoProbabilitiesHaveNoConfidence() {
    count(0, 0.9f, 0, 1);
    count(0, 17.5f, 0, 1);
    count(0, Float.NaN, 0, 1);

    Accuracy accuracy = counter.accuracy();
    assertThat(accuracy.notProbabilities()).isEqualTo(2);
    assertThat(accuracy.meanConfidence()).isEmpty();
    assertThat(accuracy.calibrationError()).isEmpty();
    assertThat(accuracy.top1()).isEqualTo(new Proportion(3, 3));
  }

  @Test
  void aSoftmaxRoundedAboveOneIsOne() {
    count(0, 1.0000001f, 0, 1);
    assertThat(counter.accuracy().meanConfidence()).hasValue(1);
  }

  @Test
  void unreadablePicturesAreCountedAndTheFirstThousandByPathListed() {
    for (int i = 1999; i >= 0; i--) {
      counter.add(EvaluatedPicture.unreadable("%04d.jpg".formatted(i), 0, "damaged"));
    }
    Accuracy accuracy = counter.accuracy();
    assertThat(accuracy.unreadable()).isEqualTo(2000);
    assertThat(accuracy.pictures()).isZero();
    assertThat(accuracy.firstUnreadable())
        .hasSize(1000)
        .startsWith(new UnreadablePicture("0000.jpg", "damaged"))
        .endsWith(new UnreadablePicture("0999.jpg", "damaged"));
    assertThat(accuracy.meanConfidence()).isEmpty();
  }

  @Test
  void aValueStaysWhenTheCounterGoesOn() {
    count(0, 0.9f, 0, 1);
    Accuracy before = counter.accuracy();
    count(1, 0.9f, 0, 1);
    assertThat(before.top1()).isEqualTo(new Proportion(1, 1));
    assertThat(counter.accuracy().top1()).isEqualTo(new Proportion(1, 2));
  }

  @Test
  void refusesAnswersThatAreTooShortOrNoClass() {
    assertThatThrownBy(() -> count(0, 0.9f, 0))
        .hasMessageStartingWith("got 1 ranked classes, expected at least 2: open the classifier");
    assertThatThrownBy(() -> count(4, 0.9f, 0, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> count(0, 0.9f, 4, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(counter.accuracy()).isEqualTo(Accuracy.counter(CLASSES, 2).accuracy());
  }

  @Test
  void refusesToMergeOtherCounts() {
    Accuracy other = Accuracy.counter(5, 2).accuracy();
    assertThatThrownBy(() -> counter.accuracy().merge(other))
        .hasMessage("cannot merge 4 classes and top-2 with 5 classes and top-2");
  }

  @Test
  void depthIsAtMostTheClasses() {
    assertThat(Accuracy.counter(3, 5).accuracy().depth()).isEqualTo(3);
  }

  @Test
  void refusesTextThatIsNoAccuracy() {
    assertThatThrownBy(() -> Accuracy.parse("{}"))
        .hasMessageStartingWith("not the counts of an accuracy: ranks: got null, expected");
    assertThatThrownBy(() -> Accuracy.parse("[]")).hasMessageContaining("not a JSON object");
    count(0, 0.9f, 0, 1);
    String json = counter.accuracy().toJson();
    assertThatThrownBy(() -> Accuracy.parse(json.replace("[[0,0,1]]", "[[0,4,1]]")))
        .hasMessageContaining("Index 4 out of bounds for length 4");
    assertThatThrownBy(() -> Accuracy.parse(json + "{}")).hasMessageContaining("text after");
  }

  private void count(int truth, float score, int... ranked) {
    List<Category> categories = new ArrayList<>();
    for (int i : ranked) {
      categories.add(new Category(i, "class_" + i, "class_" + i, score));
    }
    counter.add(truth, categories);
  }
}
