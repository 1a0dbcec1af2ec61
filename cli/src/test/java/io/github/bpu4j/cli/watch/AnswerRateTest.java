// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The rate of answers, on times that are given. */
final class AnswerRateTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final AnswerRate rate = new AnswerRate();

  @Test
  void steadyRatesAreExact() {
    for (int perSecond : new int[] {5, 30, 900}) {
      AnswerRate steady = new AnswerRate();
      long now = Long.MAX_VALUE - SECOND; // nanoTime may overflow
      for (int i = 0; i < 5 * perSecond; i++) {
        now += SECOND / perSecond;
        steady.add(now);
      }
      assertThat(steady.perSecond(now)).isCloseTo(perSecond, within(0.01));
    }
  }

  @Test
  void silenceIsNoRate() {
    assertThat(rate.perSecond(0)).isZero();
    rate.add(0);
    assertThat(rate.perSecond(0)).isZero();
    rate.add(SECOND / 10);
    assertThat(rate.perSecond(SECOND)).isCloseTo(10, within(0.01));
    assertThat(rate.perSecond(3 * SECOND)).isZero();
  }
}
