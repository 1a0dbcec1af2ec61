// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CloseGuardTest {
  private static final Duration AMPLE = Duration.ofHours(1);
  private static final Duration BRIEF = Duration.ofMillis(20);

  private final AtomicInteger freed = new AtomicInteger();

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream stderr = System.err;

  @BeforeEach
  void captureTheLog() {
    System.setErr(new PrintStream(log, true, UTF_8));
  }

  @AfterEach
  void restoreStderr() {
    System.setErr(stderr);
  }

  private CloseGuard guard(Duration patience) {
    return new CloseGuard("model tiny", patience, freed::incrementAndGet);
  }

  @Test
  void onlyTheFirstCloseFrees() {
    CloseGuard guard = guard(AMPLE);
    assertThat(guard.isClosed()).isFalse();
    guard.close();
    guard.close();
    assertThat(guard.isClosed()).isTrue();
    assertThat(freed).hasValue(1);
  }

  @Test
  void enteringAfterCloseNamesWhatIsClosed() {
    CloseGuard guard = guard(AMPLE);
    guard.checkOpen();
    guard.close();
    assertThatIllegalStateException()
        .isThrownBy(guard::enter)
        .withMessage("model tiny is closed; open a new one");
    assertThatIllegalStateException()
        .isThrownBy(guard::checkOpen)
        .withMessage("model tiny is closed; open a new one");
  }

  @Test
  void leavingMoreOftenThanEnteringIsAProgrammingError() {
    assertThatIllegalStateException()
        .isThrownBy(guard(AMPLE)::leave)
        .withMessage("model tiny was left more often than entered");
  }

  @Test
  void theCloserWaitsForThoseInsideAndFrees() throws InterruptedException {
    CloseGuard guard = guard(AMPLE);
    guard.enter();
    Thread user = leaveOnceWaitedFor(guard);
    guard.close();
    assertThat(freed).hasValue(1);
    user.join();
  }

  @Test
  void theLastToLeaveFreesWhenTheCloserHasGivenUp() {
    CloseGuard guard = guard(BRIEF);
    guard.enter();
    guard.enter();
    guard.close();
    guard.leave();
    assertThat(freed).hasValue(0);
    guard.leave();
    assertThat(freed).hasValue(1);
  }

  @Test
  void closingFromInsideLeavesFreeingToTheOneWhoCloses() {
    CloseGuard guard = guard(Duration.ZERO);
    guard.enter();
    guard.close();
    assertThat(freed).hasValue(0);
    guard.leave();
    assertThat(freed).hasValue(1);
  }

  @Test
  void tellsCallsToEndOnlyWhenPatienceRunsOut() throws InterruptedException {
    AtomicInteger terminated = new AtomicInteger();
    CloseGuard idle =
        new CloseGuard("idle", BRIEF, terminated::incrementAndGet, AMPLE, freed::incrementAndGet);
    idle.close();
    assertThat(terminated).hasValue(0);
    assertThat(freed).hasValue(1);

    CloseGuard[] busy = new CloseGuard[1];
    busy[0] =
        new CloseGuard(
            "busy",
            BRIEF,
            () -> {
              terminated.incrementAndGet();
              busy[0].leave();
            },
            AMPLE,
            freed::incrementAndGet);
    busy[0].enter();
    busy[0].close();
    assertThat(terminated).hasValue(1);
    assertThat(freed).hasValue(2);
  }

  @Test
  void theWarningCountsBothWaits() {
    CloseGuard guard =
        new CloseGuard("busy", BRIEF, () -> {}, Duration.ofMillis(30), freed::incrementAndGet);
    guard.enter();
    guard.close();
    assertThat(log.toString(UTF_8))
        .contains("busy is closed but still in use after 50 ms; the last call to return frees");
    guard.leave();
    assertThat(freed).hasValue(1);
  }

  @Test
  void freesAfterTheLastCallEvenWhenEndingItFails() {
    CloseGuard guard =
        new CloseGuard(
            "model tiny",
            BRIEF,
            () -> {
              throw new IllegalArgumentException("cannot end it");
            },
            AMPLE,
            freed::incrementAndGet);
    guard.enter();
    assertThatThrownBy(guard::close).hasMessage("cannot end it");
    guard.leave();
    assertThat(freed).hasValue(1);
  }

  @Test
  void aFailureToFreeReachesTheCloserButNotTheLastCall() {
    Runnable failing =
        () -> {
          freed.incrementAndGet();
          throw new IllegalArgumentException("cannot free it");
        };
    CloseGuard idle = new CloseGuard("idle", AMPLE, failing);
    assertThatThrownBy(idle::close).hasMessage("cannot free it");
    CloseGuard busy = new CloseGuard("busy", BRIEF, failing);
    busy.enter();
    busy.close();
    busy.leave();
    assertThat(freed).hasValue(2);
  }

  @Test
  void anInterruptDoesNotCutTheWaitShortAndIsKept() throws InterruptedException {
    CloseGuard guard = guard(AMPLE);
    guard.enter();
    Thread user = leaveOnceWaitedFor(guard);
    Thread.currentThread().interrupt();
    guard.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(freed).hasValue(1);
    user.join();
  }

  @Test
  void freesOnceWhileManyComeAndGo() throws InterruptedException {
    for (int round = 0; round < 200; round++) {
      freed.set(0);
      CloseGuard guard = guard(Duration.ofNanos(round * 10_000L));
      AtomicInteger inside = new AtomicInteger();
      AtomicInteger touchedAfter = new AtomicInteger();
      Thread[] users = new Thread[4];
      for (int i = 0; i < users.length; i++) {
        users[i] = new Thread(() -> useUntilClosed(guard, inside, touchedAfter));
        users[i].start();
      }
      while (inside.get() < users.length) {
        Thread.onSpinWait();
      }
      guard.close();
      for (Thread user : users) {
        user.join();
      }
      assertThat(freed).as("round " + round).hasValue(1);
      assertThat(touchedAfter).as("uses after the memory was freed").hasValue(0);
    }
  }

  private void useUntilClosed(CloseGuard guard, AtomicInteger inside, AtomicInteger touchedAfter) {
    while (true) {
      try {
        guard.enter();
      } catch (IllegalStateException e) {
        return;
      }
      try {
        inside.incrementAndGet();
        Thread.onSpinWait();
        touchedAfter.addAndGet(freed.get());
      } finally {
        guard.leave();
      }
    }
  }

  /** A thread that leaves when this one waits in close. */
  private static Thread leaveOnceWaitedFor(CloseGuard guard) {
    Thread closer = Thread.currentThread();
    Thread user =
        new Thread(
            () -> {
              while (closer.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
              }
              guard.leave();
            });
    user.start();
    return user;
  }
}
