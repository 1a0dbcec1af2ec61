// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Closing twice, using after close, and closing while others work. */
interface ClosingContract extends RuntimeUnderTest {
  @Test
  default void closesARequestOnceAndRefusesItAfterwards() throws IOException {
    try (ClassificationModel model = open();
        InferRequest other = model.createRequest()) {
      InferRequest request = model.createRequest();
      float[] expected = Cycle.scores(model, request, 1);
      request.close();
      request.close();
      assertClosed(model, request);
      assertThat(Cycle.scores(model, other, 1)).containsExactly(expected);
    }
  }

  @Test
  default void closesTheModelOnceAndRefusesItAndItsRequestsAfterwards() throws IOException {
    ClassificationModel model = open();
    String name = model.info().name();
    InferRequest request = model.createRequest();
    Cycle.scores(model, request, 1);
    model.close();
    model.close();
    assertThatThrownBy(model::createRequest)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name);
    assertThatThrownBy(() -> request.infer(Cycle.AMPLE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(name);
    assertClosed(model, request);
    request.close();
    request.close();
  }

  private static void assertClosed(ClassificationModel model, InferRequest request) {
    float[] target = new float[model.info().classes()];
    assertThatThrownBy(() -> request.infer(Cycle.AMPLE)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> request.readScores(target)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(request::input).isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void closesARequestThatNeverRan() throws IOException {
    try (ClassificationModel model = open()) {
      for (int i = 0; i < 50; i++) {
        model.createRequest().close();
      }
      assertThat(Cycle.scores(model, 1)).hasSize(model.info().classes());
    }
  }

  @Test
  default void opensAndClosesManyTimesWithNothingLeftOpen() throws IOException {
    long before = openHandles();
    for (int i = 0; i < 30; i++) {
      try (ClassificationModel model = open()) {
        assertThat(Cycle.scores(model, i)).hasSize(model.info().classes());
        model.createRequest();
      }
      assertThat(openHandles()).as("native handles after round " + i).isEqualTo(before);
    }
  }

  @Test
  default void answersFromOneModelAfterAnotherIsClosed() throws IOException {
    try (ClassificationModel kept = open()) {
      float[] expected = Cycle.scores(kept, 1);
      try (ClassificationModel other = open()) {
        assertThat(Cycle.scores(other, 1)).containsExactly(expected);
      }
      assertThat(Cycle.scores(kept, 1)).containsExactly(expected);
    }
  }

  @Test
  default void waitsForAnInferenceBeforeItFreesTheModel() throws Exception {
    Optional<ClassificationModel> slow = openSlow();
    assumeTrue(slow.isPresent(), "no slow model given");
    ClassificationModel model = slow.orElseThrow();
    float[] expected = Cycle.scores(model, 1);
    InferRequest request = model.createRequest();
    Cycle.picture(model.info(), 1).writeTo(request.input());
    Background run = Background.start(() -> request.infer(Cycle.AMPLE));
    Thread.sleep(50);
    model.close();
    assertThat(run.isDone()).as("the inference has ended when close returns").isTrue();
    run.join();
    assertThat(expected).hasSize(model.info().classes());
    assertThatThrownBy(() -> Cycle.read(model, request)).isInstanceOf(IllegalStateException.class);
    request.close();
  }

  @Test
  default void closesARequestThatAnotherThreadRuns() throws Exception {
    Optional<ClassificationModel> slow = openSlow();
    assumeTrue(slow.isPresent(), "no slow model given");
    try (ClassificationModel model = slow.orElseThrow()) {
      float[] expected = Cycle.scores(model, 1);
      InferRequest request = model.createRequest();
      Background run = Background.start(() -> request.infer(Cycle.AMPLE));
      Thread.sleep(50);
      request.close();
      run.joinIgnoring(IllegalStateException.class);
      assertClosed(model, request);
      assertThat(Cycle.scores(model, 1)).containsExactly(expected);
    }
  }

  @Test
  default void closesInTheMiddleOfManyInferences() throws Exception {
    for (int round = 0; round < 20; round++) {
      ClassificationModel model = open();
      CountDownLatch busy = new CountDownLatch(8);
      List<Background> runs = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        runs.add(Background.start(() -> inferUntilClosed(model, busy)));
      }
      busy.await();
      Background closing = Background.start(model::close);
      model.close();
      closing.join();
      for (Background run : runs) {
        run.joinIgnoring(IllegalStateException.class);
      }
    }
  }

  private static void inferUntilClosed(ClassificationModel model, CountDownLatch busy) {
    try (InferRequest request = model.createRequest()) {
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (System.nanoTime() < end) {
        request.infer(Cycle.AMPLE);
        busy.countDown();
      }
      throw new AssertionError("the model did not refuse work after close");
    }
  }
}
