// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.api.error.InferenceException;
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
      Refusal.requestClosed(model).ofEveryCall(model, request);
      assertThat(Cycle.scores(model, other, 1)).containsExactly(expected);
    }
  }

  @Test
  default void closesTheModelOnceAndRefusesItAndItsRequestsAfterwards() throws IOException {
    ClassificationModel model = open();
    InferRequest request = model.createRequest();
    InferRequest closedBefore = model.createRequest();
    Cycle.scores(model, request, 1);
    closedBefore.close();
    model.close();
    model.close();
    Refusal closed = Refusal.modelClosed(model);
    closed.of(model::createRequest);
    closed.ofEveryCall(model, request);
    closed.ofEveryCall(model, closedBefore);
    request.close();
    request.close();
    closed.ofEveryCall(model, request);
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
    ClassificationModel model = given(openSlow());
    InferRequest request = model.createRequest();
    Cycle.picture(model.info(), 1).writeTo(request.input());
    Background run = Background.startInference(model, request);
    model.close();
    assertThat(run.isDone()).as("the inference has ended when close returns").isTrue();
    run.join();
    Refusal.modelClosed(model).ofEveryCall(model, request);
    request.close();
  }

  @Test
  default void waitsForAnInferenceThoughTheClosingThreadIsInterrupted() throws Exception {
    ClassificationModel model = given(openSlow());
    InferRequest request = model.createRequest();
    Background run = Background.startInference(model, request);
    Thread.currentThread().interrupt();
    model.close();
    assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    assertThat(run.isDone()).as("the inference has ended when close returns").isTrue();
    run.join();
  }

  /**
   * That the last call to leave frees everything is checked by counting handles after each test.
   */
  @Test
  default void freesWithTheLastInferenceWhenItDoesNotWaitForIt() throws Exception {
    ClassificationModel model = given(openImpatient());
    InferRequest request = model.createRequest();
    Background run = Background.startInference(model, request);
    model.close();
    Refusal.modelClosed(model).ofEveryCall(model, request);
    run.joinIgnoring(InferenceException.class);
  }

  @Test
  default void closesARequestThatAnotherThreadRuns() throws Exception {
    try (ClassificationModel model = given(openSlow())) {
      float[] expected = Cycle.scores(model, 1);
      long before = openHandles();
      InferRequest request = model.createRequest();
      Background run = Background.startInference(model, request);
      request.close();
      Refusal.requestClosed(model).ofEveryCall(model, request);
      run.join();
      Refusal.requestClosed(model).ofEveryCall(model, request);
      assertThat(openHandles()).as("freed at the end of the run").isEqualTo(before);
      assertThat(Cycle.scores(model, 1)).containsExactly(expected);
    }
  }

  private static ClassificationModel given(Optional<ClassificationModel> model) {
    assumeTrue(model.isPresent(), "the runtime provides no such model");
    return model.orElseThrow();
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
      throw new AssertionError("the model did not reject work after close");
    }
  }
}
