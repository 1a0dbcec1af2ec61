// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.Category;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the order and the grouping, the same pictures give the same value. */
class MergedAccuracyTest {
  private static final int CLASSES = 20;
  private static final int DEPTH = 5;

  static Stream<Long> seeds() {
    return new Random(21).longs(40).boxed();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void anyGroupingGivesTheSameBits(long seed) {
    Random random = new Random(seed);
    List<EvaluatedPicture> pictures = pictures(random, random.nextInt(3000));
    Accuracy whole = count(pictures);

    Collections.shuffle(pictures, random);
    List<Accuracy> parts = new ArrayList<>();
    for (int from = 0; from < pictures.size(); ) {
      int to = Math.min(pictures.size(), from + 1 + random.nextInt(700));
      parts.add(count(pictures.subList(from, to)));
      from = to;
    }
    parts.add(count(List.of()));
    while (parts.size() > 1) {
      Accuracy one = parts.remove(random.nextInt(parts.size()));
      Accuracy two = parts.remove(random.nextInt(parts.size()));
      parts.add(one.merge(two));
    }

    Accuracy merged = parts.get(0);
    assertThat(merged).isEqualTo(whole).hasSameHashCodeAs(whole);
    assertThat(merged.toJson()).isEqualTo(whole.toJson());
    assertThat(merged.meanConfidence()).isEqualTo(whole.meanConfidence());
    assertThat(merged.calibrationError()).isEqualTo(whole.calibrationError());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void textAndSerialFormsHoldEverything(long seed) throws Exception {
    Random random = new Random(seed);
    List<EvaluatedPicture> pictures = pictures(random, 1 + random.nextInt(500));
    Accuracy accuracy = count(pictures);
    assertThat(Accuracy.parse(accuracy.toJson())).isEqualTo(accuracy);
    assertThat(copy(accuracy)).isEqualTo(accuracy);

    AccuracyCounter counter = Accuracy.counter(CLASSES, DEPTH);
    counter.add(accuracy);
    AccuracyCounter copied = copy(counter);
    copied.add(pictures.get(0));
    counter.add(pictures.get(0));
    assertThat(copied.accuracy()).isEqualTo(counter.accuracy());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void onePictureMoreIsAnotherValue(long seed) {
    Random random = new Random(seed);
    List<EvaluatedPicture> pictures = pictures(random, 1 + random.nextInt(500));
    assertThat(count(pictures)).isNotEqualTo(count(pictures.subList(1, pictures.size())));
  }

  private static Accuracy count(List<EvaluatedPicture> pictures) {
    AccuracyCounter counter = Accuracy.counter(CLASSES, DEPTH);
    pictures.forEach(counter::add);
    return counter.accuracy();
  }

  private static List<EvaluatedPicture> pictures(Random random, int number) {
    List<EvaluatedPicture> pictures = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      pictures.add(
          random.nextInt(3) == 0
              ? EvaluatedPicture.unreadable("picture" + i, random.nextInt(CLASSES), "damaged \"é\"")
              : EvaluatedPicture.answered(
                  "picture" + i, random.nextInt(CLASSES), categories(random)));
    }
    return pictures;
  }

  private static List<Category> categories(Random random) {
    List<Integer> classes = new ArrayList<>();
    for (int i = 0; i < CLASSES; i++) {
      classes.add(i);
    }
    Collections.shuffle(classes, random);
    float score = random.nextFloat();
    return classes.subList(0, DEPTH).stream()
        .map(i -> new Category(i, "class_" + i, "class_" + i, score))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static <T> T copy(T value) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }
}
