// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.bpu4j.api.live.Smoothing;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores are smoothed by the time of the frames alone. */
class SmootherTest {
  private static final long SECOND = 1_000_000;

  private static float[] smooth(Smoother smoother, long time, float... scores) {
    smoother.smooth(scores, time);
    return scores;
  }

  @Test
  void noSmoothingLeavesScores() {
    Smoother smoother = Smoother.of(Smoothing.none(), 2);
    assertThat(smooth(smoother, 0, 0.25f, 0.75f)).containsExactly(0.25f, 0.75f);
    assertThat(smooth(smoother, 1, 1, 0)).containsExactly(1, 0);
  }

  @Test
  void theFirstFrameIsTakenAsItIs() {
    Smoother smoother = Smoother.of(Smoothing.exponential(Duration.ofSeconds(1)), 2);
    assertThat(smooth(smoother, -5 * SECOND, 0.25f, 0.75f)).containsExactly(0.25f, 0.75f);
  }

  @Test
  void theOldAnswerHasHalfTheWeightAfterOneHalfLifeAndAQuarterAfterTwo() {
    Smoother smoother = Smoother.of(Smoothing.exponential(Duration.ofSeconds(1)), 2);
    smooth(smoother, 0, 1, 0);
    assertThat(smooth(smoother, SECOND, 0, 1)).containsExactly(0.5f, 0.5f);
    assertThat(smooth(smoother, 3 * SECOND, 0, 1)).containsExactly(0.125f, 0.875f);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 240})
  void theAverageDoesNotDependOnTheFrameRate(int framesPerSecond) {
    Smoother smoother = Smoother.of(Smoothing.exponential(Duration.ofMillis(500)), 2);
    smooth(smoother, 0, 1, 0);
    float[] last = {};
    for (int frame = 1; frame <= framesPerSecond; frame++) {
      last = smooth(smoother, frame * SECOND / framesPerSecond, 0, 1);
    }
    assertThat(last[0]).isCloseTo(0.25f, within(1e-5f));
    assertThat(last[1]).isCloseTo(0.75f, within(1e-5f));
  }

  @Test
  void timestampsMayBeAnyLong() {
    Smoother smoother = Smoother.of(Smoothing.exponential(Duration.ofSeconds(1)), 1);
    smooth(smoother, Long.MIN_VALUE, 1);
    assertThat(smooth(smoother, Long.MAX_VALUE, 0)).containsExactly(0);
  }

  @Test
  void theMajorityIsTheShareOfVotesWithinTheWindow() {
    Smoother smoother = Smoother.of(Smoothing.majority(Duration.ofSeconds(1)), 3);
    assertThat(smooth(smoother, 0, 0.1f, 0.9f, 0)).containsExactly(0, 1, 0);
    assertThat(smooth(smoother, SECOND / 2, 0.9f, 0.1f, 0)).containsExactly(0.5f, 0.5f, 0);
    assertThat(smooth(smoother, SECOND - 1, 0, 0.6f, 0.4f)).containsExactly(1 / 3f, 2 / 3f, 0);
    // The first vote is now exactly one window old and no longer counts.
    assertThat(smooth(smoother, SECOND, 0, 0, 1)).containsExactly(1 / 3f, 1 / 3f, 1 / 3f);
    assertThat(smooth(smoother, 9 * SECOND, 1, 0, 0)).containsExactly(1, 0, 0);
  }

  @Test
  void theMajorityEqualsACountOfEveryWindow() {
    long seed = System.nanoTime();
    System.out.println("SmootherTest: seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    Smoother smoother = Smoother.of(Smoothing.majority(Duration.ofMillis(100)), 5);
    Deque<long[]> votes = new ArrayDeque<>();
    long time = 0;
    for (int frame = 0; frame < 20_000; frame++) {
      time += 1 + random.nextInt(random.nextInt(40) == 0 ? 200_000 : 600);
      int winner = random.nextInt(5);
      votes.add(new long[] {time, winner});
      while (votes.element()[0] <= time - 100_000) {
        votes.remove();
      }
      float[] expected = new float[5];
      votes.forEach(vote -> expected[(int) vote[1]]++);
      for (int i = 0; i < 5; i++) {
        expected[i] /= votes.size();
      }
      float[] scores = new float[5];
      scores[winner] = 0.5f;
      assertThat(smooth(smoother, time, scores)).containsExactly(expected);
    }
  }

  @Test
  void durationsOutsideOfTheirBoundsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Smoothing.exponential(Duration.ZERO))
        .withMessage("halfLife 0 s, expected more than 0 and at most 1 minute");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Smoothing.majority(Duration.ofSeconds(61)))
        .withMessageContaining("window 61 s");
  }
}
