// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UsageGateTest {
  private final UsageGate gate = new UsageGate("model tiny");

  @Test
  void onlyTheFirstCloseCounts() {
    assertThat(gate.close()).isTrue();
    assertThat(gate.close()).isFalse();
    assertThat(gate.isClosed()).isTrue();
  }

  @Test
  void enteringAfterCloseNamesWhatIsClosed() {
    gate.close();
    assertThatIllegalStateException()
        .isThrownBy(gate::enter)
        .withMessage("model tiny is closed; open a new one");
  }

  @Test
  void leavingMoreOftenThanEnteringIsAProgrammingError() {
    assertThatIllegalStateException()
        .isThrownBy(gate::leave)
        .withMessage("model tiny was left more often than entered");
  }

  @Test
  @Timeout(60)
  void theCloserWaitsForThoseInside() throws InterruptedException {
    gate.enter();
    gate.close();
    assertThat(gate.awaitEmpty(Duration.ofMillis(20))).isFalse();
    Thread closer = Thread.currentThread();
    Thread user =
        new Thread(
            () -> {
              while (closer.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
              }
              gate.leave();
            });
    user.start();
    assertThat(gate.awaitEmpty(Duration.ofHours(1))).isTrue();
    user.join();
  }

  @Test
  void anInterruptDoesNotCutTheWaitShortAndIsKept() {
    gate.enter();
    Thread.currentThread().interrupt();
    assertThat(gate.awaitEmpty(Duration.ofMillis(20))).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }
}
