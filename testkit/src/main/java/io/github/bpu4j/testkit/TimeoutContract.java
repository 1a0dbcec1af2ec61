// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.error.InferenceTimeoutException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.DurationText;
import io.github.bpu4j.api.spi.InferRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Time limits, interrupts, and what a failure leaves behind. */
interface TimeoutContract extends RuntimeUnderTest {
  /** Much shorter than an inference of a slow model. */
  Duration SHORT = Duration.ofMillis(20);

  /** Part of the message of timeouts, and of no other message. */
  String NO_ANSWER = "gave no answer within";

  private ClassificationModel slow() throws IOException {
    Optional<ClassificationModel> model = openSlow();
    assumeTrue(model.isPresent(), "the runtime provides no slow model");
    return model.orElseThrow();
  }

  @Test
  default void refusesATimeoutThatIsNotAboveZero() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      for (Duration bad : List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofDays(-1))) {
        assertThatThrownBy(() -> request.infer(bad))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("timeout %s: expected more than 0", DurationText.of(bad));
      }
      assertThat(Cycle.scores(model, request, 1)).containsExactly(Cycle.scores(model, 1));
    }
  }

  @Test
  default void takesTheLongestTimeoutThereIs() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      Cycle.picture(model.info(), 1).writeTo(request.input());
      request.infer(Duration.ofSeconds(Long.MAX_VALUE));
      assertThat(Cycle.read(model, request)).containsExactly(Cycle.scores(model, 1));
    }
  }

  @Test
  default void endsAtTheTimeoutAndSpendsTheRequest() throws IOException {
    try (ClassificationModel model = slow();
        InferRequest request = model.createRequest()) {
      assertThatThrownBy(() -> request.infer(SHORT))
          .isInstanceOf(InferenceTimeoutException.class)
          .hasMessageStartingWith("model %s %s", model.info().name(), NO_ANSWER + " 20 ms");
      assertSpent(model, request);
    }
  }

  @Test
  default void answersRightAfterATimeout() throws IOException {
    try (ClassificationModel model = slow()) {
      float[] expected = Cycle.scores(model, 1);
      for (int i = 0; i < 3; i++) {
        try (InferRequest request = model.createRequest()) {
          Cycle.picture(model.info(), 2).writeTo(request.input());
          assertThatThrownBy(() -> request.infer(SHORT))
              .isInstanceOf(InferenceTimeoutException.class);
        }
      }
      assertThat(Cycle.scores(model, 1)).containsExactly(expected);
    }
  }

  @Test
  default void doesNotLetAnEarlierDeadlineEndALaterInference() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      Duration brief = Duration.ofMillis(300);
      float[] expected = Cycle.scores(model, request, 1);
      long end = System.nanoTime() + brief.toNanos() * 3;
      while (System.nanoTime() < end) {
        request.infer(brief);
        assertThat(Cycle.read(model, request)).containsExactly(expected);
      }
    }
  }

  @Test
  default void refusesToRunForAnInterruptedThread() throws IOException {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> request.infer(Cycle.AMPLE))
            .isInstanceOf(InferenceException.class)
            .hasMessage(
                "model %s: the thread was interrupted before the picture was submitted",
                model.info().name());
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        Refusal.spent(model).ofEveryCall(model, request);
      } finally {
        Thread.interrupted();
      }
      assertThat(Cycle.scores(model, 1)).hasSize(model.info().classes());
    }
  }

  @Test
  default void doesNotBreakOffForAnInterruptWhileItRuns() throws Exception {
    try (ClassificationModel model = slow();
        InferRequest request = model.createRequest()) {
      float[] expected = Cycle.scores(model, request, 1);
      Thread runner = Thread.currentThread();
      Thread interrupter = new Thread(() -> interruptLater(runner), "interrupter");
      interrupter.start();
      try {
        request.infer(Cycle.AMPLE);
        interrupter.join();
      } catch (InterruptedException e) {
        interrupter.join();
        Thread.currentThread().interrupt();
      }
      assertThat(Thread.interrupted()).isTrue();
      assertThat(Cycle.read(model, request)).containsExactly(expected);
    }
  }

  private static void interruptLater(Thread runner) {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    runner.interrupt();
  }

  @Test
  default void spendsTheRequestWhenTheLibraryFails() throws IOException {
    Optional<ClassificationModel> failing = openFailing();
    assumeTrue(failing.isPresent(), "the runtime provides no failing model");
    try (ClassificationModel model = failing.orElseThrow();
        InferRequest request = model.createRequest()) {
      assertThatThrownBy(() -> request.infer(Cycle.AMPLE))
          .isInstanceOf(InferenceException.class)
          .message()
          .isNotBlank()
          .doesNotContain(NO_ANSWER);
      assertSpent(model, request);
      try (InferRequest another = model.createRequest()) {
        assertThatThrownBy(() -> another.infer(Cycle.AMPLE)).isInstanceOf(InferenceException.class);
      }
    }
  }

  private static void assertSpent(ClassificationModel model, InferRequest request) {
    Refusal.spent(model).ofEveryCall(model, request);
    request.close();
    request.close();
    Refusal.requestClosed(model).ofEveryCall(model, request);
  }
}
