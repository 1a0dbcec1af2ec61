// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.error.InferenceException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
  @Test
  void equalsAFullSortOnRandomScoresWithTies() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      float[] scores = new float[1 + random.nextInt(300)];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = random.nextInt(20) / 20f;
      }
      int k = 1 + random.nextInt(scores.length + 5);
      float threshold = random.nextInt(20) / 20f;
      List<Integer> expected =
          IntStream.range(0, scores.length)
              .boxed()
              .filter(i -> scores[i] >= threshold)
              .sorted(Comparator.<Integer, Float>comparing(i -> -scores[i]).thenComparing(i -> i))
              .limit(k)
              .toList();
      Ranking ranking = new Ranking(Labels.numbered(scores.length), null, k, threshold, null);
      assertThat(ranking.best(scores))
          .extracting(Category::index)
          .as("seed %d", seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void onlyAllowedClassesAreRanked() {
    BitSet allowed = new BitSet();
    allowed.set(0);
    allowed.set(2);
    Ranking ranking = new Ranking(Labels.numbered(3), null, 5, 0, allowed);
    assertThat(ranking.best(new float[] {0.1f, 0.8f, 0.05f}))
        .extracting(Category::name)
        .containsExactly("class_0", "class_2");
  }

  @Test
  void aScoreThatIsNoNumberIsAnErrorAndNoAnswer() {
    assertThatThrownBy(() -> Ranking.requireFinite(new float[] {0, Float.NaN}, "net"))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("net gave NaN as the score of class 1");
  }
}
