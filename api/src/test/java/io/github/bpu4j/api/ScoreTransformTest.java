// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoreTransformTest {
  private static final float ROUNDING = 1e-6f;

  @Test
  void softmaxOfKnownScores() {
    float[] scores = {0, (float) Math.log(2), (float) Math.log(5)};
    ScoreTransform.SOFTMAX.apply(scores);
    assertThat(scores).containsExactly(new float[] {0.125f, 0.25f, 0.625f}, within(ROUNDING));
  }

  @Test
  void softmaxOfHugeScoresStaysFinite() {
    float[] scores = {3e38f, -3e38f, 3e38f};
    ScoreTransform.SOFTMAX.apply(scores);
    assertThat(scores).containsExactly(new float[] {0.5f, 0, 0.5f}, within(ROUNDING));
  }

  @Test
  void sigmoidLooksAtEachClassAlone() {
    float[] scores = {0, 100, -100};
    ScoreTransform.SIGMOID.apply(scores);
    assertThat(scores).containsExactly(new float[] {0.5f, 1, 0}, within(ROUNDING));
  }

  @Test
  void noneLeavesScoresAlone() {
    float[] scores = {-1, 7};
    ScoreTransform.NONE.apply(scores);
    assertThat(scores).containsExactly(-1, 7);
  }

  @Test
  void autoIsNeverApplied() {
    assertThatIllegalStateException().isThrownBy(() -> ScoreTransform.AUTO.apply(new float[1]));
  }
}
