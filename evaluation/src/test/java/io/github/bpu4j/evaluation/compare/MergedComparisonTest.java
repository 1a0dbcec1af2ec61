// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.evaluation.Proportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever holds of any two classifiers, whatever the order and the grouping of the pictures. */
class MergedComparisonTest {
  private static final int CLASSES = 7;

  private record Compared(String path, OptionalInt truth, List<Float> one, List<Float> two) {
    float[] first() {
      return array(one);
    }

    float[] second() {
      return array(two);
    }

    private static float[] array(List<Float> values) {
      float[] array = new float[values.size()];
      for (int i = 0; i < array.length; i++) {
        array[i] = values.get(i);
      }
      return array;
    }

    Compared swapped() {
      return new Compared(path, truth, two, one);
    }
  }

  static Stream<Long> seeds() {
    return new Random(2121).longs(40).boxed();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyGroupingGivesTheSameBits(long seed) {
    Random random = new Random(seed);
    List<Compared> pictures = pictures(random, random.nextInt(3000));
    ModelComparison whole = count(pictures);

    Collections.shuffle(pictures, random);
    ModelComparison merged = count(List.of());
    for (int from = 0; from < pictures.size(); ) {
      int to = Math.min(pictures.size(), from + 1 + random.nextInt(700));
      ModelComparison part = count(pictures.subList(from, to));
      merged = random.nextBoolean() ? merged.merge(part) : part.merge(merged);
      from = to;
    }
    assertThat(merged).isEqualTo(whole);
    assertThat(merged.logitCosine().mean()).isEqualTo(whole.logitCosine().mean());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void swappingTheTwoSwapsTheirRows(long seed) {
    Random random = new Random(seed);
    List<Compared> pictures = pictures(random, 1 + random.nextInt(300));
    ModelComparison one = count(pictures);
    ModelComparison two = count(pictures.stream().map(Compared::swapped).toList());

    assertThat(two.first()).isEqualTo(one.second());
    assertThat(two.second()).isEqualTo(one.first());
    assertThat(two.agreement()).isEqualTo(one.agreement());
    assertThat(two.mcNemar().pValue()).isEqualTo(one.mcNemar().pValue());
    assertThat(two.difference()).isEqualTo(one.difference());
    assertThat(two.cosine()).isEqualTo(one.cosine());
    assertThat(two.logitCosine()).isEqualTo(one.logitCosine());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aClassifierAgreesWithItself(long seed) {
    Random random = new Random(seed);
    ComparisonCounter counter = ModelComparison.counter(CLASSES, 5);
    int number = 1 + random.nextInt(50);
    for (int i = 0; i < number; i++) {
      Compared picture = new Compared("" + i, OptionalInt.of(1), scores(random), List.of());
      counter.add(picture.path(), picture.truth(), picture.first(), picture.first());
    }
    ModelComparison same = counter.comparison();
    assertThat(same.agreement()).isEqualTo(new Proportion(number, number));
    assertThat(same.mcNemar()).isEqualTo(new McNemar(0, 0));
    assertThat(same.firstFlipped()).isEmpty();
    assertThat(same.difference().most()).isZero();
    assertThat(same.cosine().least()).isGreaterThan(1 - 1e-12);
    assertThat(same.logitCosine().least()).isGreaterThan(1 - 1e-12);
  }

  private static ModelComparison count(List<Compared> pictures) {
    ComparisonCounter counter = ModelComparison.counter(CLASSES, 5);
    for (Compared picture : pictures) {
      if (picture.one().isEmpty() || picture.two().isEmpty()) {
        counter.addUnreadable(picture.path(), "damaged");
      } else {
        counter.add(picture.path(), picture.truth(), picture.first(), picture.second());
      }
    }
    return counter.comparison();
  }

  private static List<Compared> pictures(Random random, int number) {
    List<Compared> pictures = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      OptionalInt truth =
          random.nextInt(4) == 0 ? OptionalInt.empty() : OptionalInt.of(random.nextInt(CLASSES));
      boolean damaged = random.nextInt(10) == 0;
      pictures.add(
          new Compared("picture" + i, truth, damaged ? List.of() : scores(random), scores(random)));
    }
    return pictures;
  }

  /** Probabilities, or logits now and then. */
  private static List<Float> scores(Random random) {
    boolean logits = random.nextInt(5) == 0;
    List<Float> scores = new ArrayList<>();
    for (int i = 0; i < CLASSES; i++) {
      scores.add(logits ? 40 * (random.nextFloat() - .5f) : random.nextFloat() / CLASSES);
    }
    return scores;
  }
}
