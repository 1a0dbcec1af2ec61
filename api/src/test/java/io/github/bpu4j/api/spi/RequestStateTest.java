// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.error.InferenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RequestStateTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final float[] TARGET = new float[3];

  private final List<String> freed = new ArrayList<>();
  private final CloseGuard model =
      new CloseGuard("model tiny", Duration.ZERO, () -> freed.add("model"));
  private final RequestState state = new RequestState(model, 3, () -> freed.add("request"));

  private void answer() {
    state.begin(SECOND);
    state.answered();
    state.end();
  }

  private static void refused(Runnable use, String message) {
    assertThatIllegalStateException().isThrownBy(use::run).withMessage(message);
  }

  private void refusesAll(String message) {
    refused(() -> state.begin(SECOND), message);
    refused(() -> state.beginReading(TARGET), message);
    refused(state::checkUsable, message);
  }

  @Test
  void hasScoresAfterAnAnswerAndUntilTheNextRun() {
    String none = "request of model tiny has no scores yet; call infer first";
    refused(() -> state.beginReading(TARGET), none);
    answer();
    state.beginReading(TARGET);
    state.endReading();
    state.beginReading(TARGET);
    state.endReading();
    state.begin(SECOND);
    state.refused();
    state.end();
    state.checkUsable();
    refused(() -> state.beginReading(TARGET), none);
    answer();
    state.beginReading(TARGET);
  }

  @Test
  void isSpentByARunWithoutAnAnswer() {
    state.begin(SECOND);
    state.end();
    refusesAll("request of model tiny is spent by a failed inference; close it and create another");
    state.close();
    assertThat(freed).containsExactly("request");
  }

  @Test
  void runsOneCallAtATime() {
    String used = "request of model tiny is in use by another thread; use one request per thread";
    state.begin(SECOND);
    refused(() -> state.begin(SECOND), used);
    refused(() -> state.beginReading(TARGET), used);
    state.answered();
    state.end();
    state.beginReading(TARGET);
    refused(() -> state.begin(SECOND), used);
    refused(() -> state.beginReading(TARGET), used);
    state.endReading();
    answer();
  }

  @Test
  void freesOnceAndRefusesEverythingAfterwards() {
    answer();
    state.close();
    state.close();
    assertThat(freed).containsExactly("request");
    refusesAll("request of model tiny is closed; create another");
  }

  @Test
  void aCloseDuringARunFreesAtItsEnd() {
    state.begin(SECOND);
    state.close();
    refusesAll("request of model tiny is closed; create another");
    assertThat(freed).isEmpty();
    state.answered();
    state.end();
    assertThat(freed).containsExactly("request");
    refusesAll("request of model tiny is closed; create another");
  }

  @Test
  void aCloseDuringReadingFreesAtItsEnd() {
    answer();
    state.beginReading(TARGET);
    state.close();
    assertThat(freed).isEmpty();
    state.endReading();
    assertThat(freed).containsExactly("request");
  }

  @Test
  void aClosedModelIsNamedBeforeTheRequest() {
    answer();
    model.close();
    refusesAll("model tiny is closed; open a new one");
    state.close();
    refusesAll("model tiny is closed; open a new one");
  }

  @Test
  void keepsTheModelUntilItsOwnMemoryIsFreed() {
    state.begin(SECOND);
    model.close();
    state.close();
    assertThat(freed).isEmpty();
    state.end();
    assertThat(freed).containsExactly("request", "model");
  }

  @Test
  void aRefusedCallDoesNotHoldTheModel() {
    state.begin(SECOND);
    assertThatThrownBy(() -> state.begin(SECOND)).isInstanceOf(IllegalStateException.class);
    state.end();
    assertThatThrownBy(() -> state.begin(SECOND)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> state.beginReading(TARGET)).isInstanceOf(IllegalStateException.class);
    model.close();
    assertThat(freed).containsExactly("model");
  }

  @Test
  void refusesATimeoutThatIsNotAboveZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> state.begin(Duration.ZERO))
        .withMessage("timeout 0 s: expected more than 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> state.begin(Duration.ofMillis(-5)))
        .withMessage("timeout -5 ms: expected more than 0");
    answer();
  }

  @Test
  void endsTheLongestTimeoutAfterAYear() {
    long before = System.nanoTime();
    long deadline = state.begin(Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(deadline - before).isGreaterThanOrEqualTo(Duration.ofDays(365).toNanos());
  }

  @Test
  void refusesATargetThatIsTooShort() {
    answer();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> state.beginReading(new float[2]))
        .withMessage("a target of 2 scores: model tiny gives 3");
    state.beginReading(new float[4]);
  }

  @Test
  void refusesAnInterruptedThreadAndKeepsItsFlag() {
    state.refuseInterrupted();
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(state::refuseInterrupted)
          .isInstanceOf(InferenceException.class)
          .hasMessage("model tiny: the thread was interrupted before the picture was submitted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void namesARunThatTookTooLong() {
    assertThat(state.noAnswerWithin(Duration.ofMillis(250)))
        .isEqualTo("model tiny gave no answer within 250 ms");
  }

  @Test
  void freesOnceWhenAThreadClosesWhileAnotherRuns() throws InterruptedException {
    for (int round = 0; round < 500; round++) {
      AtomicInteger times = new AtomicInteger();
      RequestState shared = new RequestState(model, 3, times::incrementAndGet);
      Thread runner = new Thread(() -> runUntilClosed(shared));
      runner.start();
      for (int spin = 0; spin < round; spin++) {
        Thread.onSpinWait();
      }
      shared.close();
      runner.join();
      assertThat(times).as("round " + round).hasValue(1);
    }
  }

  private static void runUntilClosed(RequestState shared) {
    while (true) {
      try {
        shared.begin(SECOND);
      } catch (IllegalStateException e) {
        return;
      }
      shared.answered();
      shared.end();
    }
  }
}
