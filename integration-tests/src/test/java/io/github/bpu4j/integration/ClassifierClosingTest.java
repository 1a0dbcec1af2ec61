// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static io.github.bpu4j.integration.ScriptedClassifiers.FRAME;
import static io.github.bpu4j.integration.ScriptedClassifiers.blockingAfterWarmUp;
import static io.github.bpu4j.integration.ScriptedClassifiers.on;
import static io.github.bpu4j.integration.ScriptedClassifiers.scores;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.testkit.ScriptedRuntime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What closing waits for, rejects and frees, and what happens without it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ClassifierClosingTest {
  @Test
  void aClassifierThatIsDroppedOpenIsReported() throws Exception {
    PrintStream stderr = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, UTF_8));
    try {
      openAndDrop();
      for (int i = 0; i < 100 && !log.toString(UTF_8).contains("dropped"); i++) {
        System.gc();
        Thread.sleep(20);
      }
    } finally {
      System.setErr(stderr);
    }
    assertThat(log.toString(UTF_8)).contains("classifier of scripted was dropped without close()");
  }

  @Test
  void useAfterCloseNamesTheObjectAndClosingTwiceIsFine() {
    Classifier classifier = on(scores(1, 0)).open();
    classifier.close();
    classifier.close();
    assertThatIllegalStateException()
        .isThrownBy(() -> classifier.classify(FRAME))
        .withMessageContaining("classifier of")
        .withMessageContaining("closed");
    assertThatIllegalStateException().isThrownBy(() -> classifier.classifyAsync(FRAME));
  }

  @Test
  void closeWaitsForThePictureInFlight() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Classifier classifier = on(blockingAfterWarmUp(started, release)).open();
    CompletableFuture<ClassificationResult> inFlight = classifier.classifyAsync(FRAME);
    started.await();
    Thread closer = new Thread(classifier::close);
    closer.start();
    closer.join(50);
    assertThat(closer.isAlive()).isTrue();
    release.countDown();
    closer.join();
    assertThat(inFlight.get().categories()).isNotEmpty();
  }

  @Test
  void closeReturnsAfterItsTimeoutAndTheLastPictureFreesTheModel() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Classifier classifier =
        on(blockingAfterWarmUp(started, release)).closeTimeout(Duration.ofMillis(50)).open();
    CompletableFuture<ClassificationResult> inFlight = classifier.classifyAsync(FRAME);
    started.await();
    classifier.close();
    assertThat(inFlight).isNotDone();
    release.countDown();
    assertThat(inFlight.get().categories()).isNotEmpty();
  }

  @Test
  void closingInTheMiddleOfTwoHundredRunsAnswersOrRefuses() throws Exception {
    ScriptedRuntime runtime = scores(0, 1);
    for (int run = 0; run < 200; run++) {
      Classifier classifier = on(runtime).open();
      AtomicInteger wrong = new AtomicInteger();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Thread thread =
            new Thread(
                () -> {
                  try {
                    while (true) {
                      if (classifier.classify(FRAME).best().index() != 1) {
                        wrong.incrementAndGet();
                      }
                    }
                  } catch (IllegalStateException closed) {
                    return;
                  }
                });
        thread.start();
        threads.add(thread);
      }
      classifier.close();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(wrong).hasValue(0);
    }
  }

  @Test
  void aCallbackMayCloseTheClassifier() throws Exception {
    Classifier classifier = on(scores(0, 1)).closeTimeout(Duration.ofMinutes(1)).open();
    classifier.classifyAsync(FRAME).thenRun(classifier::close).get(30, TimeUnit.SECONDS);
    assertThatIllegalStateException().isThrownBy(() -> classifier.classify(FRAME));
  }

  private static void openAndDrop() {
    assertThat(on(scores(0, 1)).open().labels().size()).isEqualTo(2);
  }
}
