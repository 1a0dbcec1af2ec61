// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.live.LiveClassifier;
import io.github.bpu4j.api.live.LiveCounts;
import io.github.bpu4j.api.live.LiveListener;
import io.github.bpu4j.api.live.LiveResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Order, failures, refusals and closing of a live stream. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LiveClassifierTest {
  private final GatedAnswers answers = new GatedAnswers();
  private final Outcomes outcomes = new Outcomes();

  private boolean offer(LiveClassifier live, int gray) {
    return live.offer(VirtualStream.gray(gray), gray, () -> outcomes.released(gray));
  }

  @Test
  void anAnswerThatComesEarlyWaitsForTheEarlierFrame() {
    try (Classifier classifier = answers.classifier(2)) {
      LiveClassifier live = classifier.live(outcomes);
      assertThat(offer(live, 60)).isTrue();
      assertThat(offer(live, 70)).isTrue();
      answers.awaitStart(60);
      answers.awaitStart(70);
      answers.end(70);
      // The request of 70 is free although its answer waits for its turn.
      assertThat(offer(live, 80)).isTrue();
      answers.awaitStart(80);
      assertThat(outcomes.order()).isEmpty();
      answers.end(80);
      answers.end(60);
      live.close();
      assertThat(outcomes.order()).containsExactly(60L, 70L, 80L);
      LiveResult second = outcomes.results().get(1);
      assertThat(second.turnWaitNanos()).isPositive();
      assertThat(second.result().timings().totalNanos())
          .isGreaterThanOrEqualTo(second.requestWaitNanos() + second.turnWaitNanos());
    }
  }

  @Test
  void aFailureIsDeliveredInItsTurnAndTheStreamGoesOn() {
    try (Classifier classifier = answers.classifier(1)) {
      LiveClassifier live = classifier.live(outcomes);
      for (int gray : new int[] {20, 60, 70}) {
        answers.end(gray);
        offer(live, gray);
        int before = gray == 20 ? 1 : gray / 10 - 4;
        Outcomes.await("outcome of " + gray, () -> outcomes.count() == before);
      }
      live.close();
      assertThat(outcomes.order()).containsExactly(20L, 60L, 70L);
      assertThat(outcomes.failures().get(20L))
          .isInstanceOf(InferenceException.class)
          .hasMessage("fails 20");
      assertThat(live.counts()).isEqualTo(new LiveCounts(3, 2, 0, 1));
      assertThat(outcomes.releases().values()).containsExactly(1, 1, 1);
    }
  }

  @Test
  @SuppressWarnings("try") // closed early on purpose
  void aFrameThatIsRefusedStaysTheCallers() {
    try (Classifier classifier = answers.classifier(1)) {
      LiveClassifier live = classifier.live(outcomes);
      answers.end(60);
      offer(live, 60);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> offer(live, 60))
          .withMessage(
              "timestamp 60 us after 60 us, expected a later one: timestamps of a live stream must"
                  + " rise");
      assertThatIllegalArgumentException().isThrownBy(() -> offer(live, 59));
      assertThatNullPointerException().isThrownBy(() -> live.offer(null, 99, () -> {}));
      live.close();
      assertThat(offer(live, 70)).isFalse();
      LiveClassifier other = classifier.live(outcomes);
      classifier.close();
      assertThat(offer(other, 80)).isFalse();
      assertThat(outcomes.releases()).containsOnlyKeys(60L);
      assertThat(live.counts()).isEqualTo(new LiveCounts(1, 1, 0, 0));
      assertThat(other.counts()).isEqualTo(new LiveCounts(0, 0, 0, 0));
    }
  }

  @Test
  void whatListenerAndReleaseThrowDoesNotStopTheStream() {
    try (Classifier classifier = answers.classifier(1)) {
      LiveListener broken =
          new LiveListener() {
            @Override
            public void onResult(LiveResult result) {
              outcomes.onResult(result);
              Thread.currentThread().interrupt();
              throw new IllegalStateException("the test's listener is broken");
            }

            @Override
            public void onFailure(long timestampMicros, Exception failure) {
              outcomes.onFailure(timestampMicros, failure);
              throw new AssertionError("the test's listener is broken");
            }
          };
      LiveClassifier live = classifier.live(broken);
      int count = 0;
      for (int gray : new int[] {20, 60, 70}) {
        answers.end(gray);
        live.offer(
            VirtualStream.gray(gray),
            gray,
            () -> {
              outcomes.released(gray);
              throw new IllegalStateException("the test's release is broken");
            });
        int expected = ++count;
        Outcomes.await("outcome of " + gray, () -> outcomes.count() == expected);
      }
      live.close();
      assertThat(live.counts()).isEqualTo(new LiveCounts(3, 2, 0, 1));
      assertThat(outcomes.releases().values()).containsExactly(1, 1, 1);
    }
  }

  @Test
  void closeAnswersTheFrameThatWaits() throws Exception {
    try (Classifier classifier = answers.classifier(1)) {
      LiveClassifier live = classifier.live(outcomes);
      offer(live, 60);
      answers.awaitStart(60);
      offer(live, 70);
      CompletableFuture<Void> closing = CompletableFuture.runAsync(live::close);
      answers.end(60);
      answers.awaitStart(70);
      assertThat(closing).isNotDone();
      answers.end(70);
      closing.get();
      assertThat(outcomes.order()).containsExactly(60L, 70L);
      assertThat(live.counts().pending()).isZero();
      live.close();
    }
  }

  @Test
  @SuppressWarnings("try") // closed early on purpose
  void theListenerMayCloseStreamAndClassifier() {
    AtomicReference<LiveClassifier> stream = new AtomicReference<>();
    try (Classifier classifier = answers.classifier(2)) {
      LiveListener closing =
          result -> {
            stream.get().close();
            classifier.close();
            outcomes.onResult(result);
          };
      LiveClassifier live = classifier.live(closing);
      stream.set(live);
      answers.end(60);
      offer(live, 60);
      Outcomes.await("the result", () -> outcomes.count() == 1);
      live.close();
      assertThat(offer(live, 70)).isFalse();
    }
  }

  @Test
  void aFrameWaitsForARequestThatAnotherCallerHas() throws Exception {
    try (Classifier classifier = answers.classifier(1)) {
      LiveClassifier live = classifier.live(outcomes);
      CompletableFuture<ClassificationResult> other =
          classifier.classifyAsync(VirtualStream.gray(200));
      answers.awaitStart(200);
      offer(live, 60);
      offer(live, 70);
      assertThat(outcomes.releases()).containsOnlyKeys(60L);
      assertThat(answers.isStarted(70)).isFalse();
      answers.end(200);
      answers.end(70);
      other.get();
      live.close();
      assertThat(outcomes.order()).containsExactly(70L);
      assertThat(outcomes.results().get(0).dropped()).isOne();
    }
  }

  @Test
  void closingTheClassifierAnswersWhatWasAccepted() throws Exception {
    Classifier classifier = answers.classifier(1);
    LiveClassifier live = classifier.live(outcomes);
    offer(live, 60);
    answers.awaitStart(60);
    offer(live, 70);
    CompletableFuture<Void> closing = CompletableFuture.runAsync(classifier::close);
    answers.end(60);
    answers.end(70);
    closing.get();
    assertThat(live.counts()).isEqualTo(new LiveCounts(2, 2, 0, 0));
    live.close();
    assertThat(outcomes.order()).containsExactly(60L, 70L);
    Outcomes.await("the end of all workers", () -> liveThreads() == 0);
  }

  private static long liveThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("bpu4j-live-"))
        .count();
  }
}
