// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.live.Smoothing;
import io.github.bpu4j.testkit.ScriptedAnswer;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A flickering picture gives a steady answer, and a real change still comes through. */
class LiveSmoothingTest {
  private static final int FRAMES_PER_SECOND = 30;
  private static final int SECONDS = 20;

  /**
   * Class 0 for ten seconds, then class 1; after the first, one frame in four shows the other one.
   */
  private static List<Category> best(Smoothing smoothing) {
    SplittableRandom random = new SplittableRandom(23);
    try (VirtualStream stream = new VirtualStream(1, 1000, smoothing, LiveSmoothingTest::scores)) {
      for (int frame = 0; frame < SECONDS * FRAMES_PER_SECOND; frame++) {
        boolean later = frame >= SECONDS * FRAMES_PER_SECOND / 2;
        boolean flickers = frame > 0 && random.nextInt(4) == 0;
        stream.offerAt(
            frame * 1_000_000L / FRAMES_PER_SECOND,
            VirtualStream.gray(later == flickers ? 50 : 200));
      }
      stream.advanceTo(SECONDS * 2_000_000L);
      return stream.outcomes.results().stream().map(each -> each.result().best()).toList();
    }
  }

  private static ScriptedAnswer scores(int gray) {
    return gray < 128 ? ScriptedAnswer.scores(0.6f, 0.4f) : ScriptedAnswer.scores(0.4f, 0.6f);
  }

  private static int changes(List<Category> best) {
    int changes = 0;
    for (int i = 1; i < best.size(); i++) {
      changes += best.get(i).index() != best.get(i - 1).index() ? 1 : 0;
    }
    return changes;
  }

  @Test
  void smoothingLeavesTheOneRealChange() {
    List<Category> none = best(Smoothing.none());
    List<Category> exponential = best(Smoothing.exponential(Duration.ofMillis(500)));
    List<Category> majority = best(Smoothing.majority(Duration.ofSeconds(2)));
    System.out.printf(
        "changes of the answer in %d s: none %d, exponential 500 ms %d, majority 2 s %d%n",
        SECONDS, changes(none), changes(exponential), changes(majority));
    assertThat(changes(none)).isGreaterThan(150);
    assertThat(changes(exponential)).isOne();
    assertThat(changes(majority)).isOne();
    assertThat(none).hasSameSizeAs(exponential).hasSameSizeAs(majority);
    assertThat(exponential.get(exponential.size() - 1).index()).isOne();
    assertThat(majority.get(majority.size() - 1).index()).isOne();
  }

  @Test
  void theScoreOfAMajorityIsItsShare() {
    List<Category> majority = best(Smoothing.majority(Duration.ofSeconds(2)));
    assertThat(majority).allSatisfy(best -> assertThat(best.score()).isBetween(0.5f, 1f));
    assertThat(majority.get(0).score()).isOne();
  }
}
