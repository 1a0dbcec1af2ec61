// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

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
  void theCloserWaitsForThoseInside() throws InterruptedException {
    gate.enter();
    gate.close();
    assertThat(gate.awaitEmpty(Duration.ofMillis(20))).isFalse();
    CountDownLatch waiting = new CountDownLatch(1);
    Thread user =
        new Thread(
            () -> {
              waiting.countDown();
              gate.leave();
            });
    user.start();
    waiting.await();
    assertThat(gate.awaitEmpty(Duration.ofSeconds(10))).isTrue();
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
