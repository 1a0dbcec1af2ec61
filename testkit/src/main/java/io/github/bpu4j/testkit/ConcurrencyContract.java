// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Many threads and many requests, each with its own answers. */
interface ConcurrencyContract extends RuntimeUnderTest {
  @Test
  default void answersManyThreadsEachWithItsOwnScores() throws Exception {
    try (ClassificationModel model = open()) {
      List<float[]> expected = new ArrayList<>();
      for (int picture = 0; picture < 16; picture++) {
        expected.add(Cycle.scores(model, picture));
      }
      List<Background> runs = new ArrayList<>();
      for (int thread = 0; thread < 32; thread++) {
        int first = thread;
        runs.add(Background.start(() -> inferAll(model, expected, first)));
      }
      for (Background run : runs) {
        run.join();
      }
    }
  }

  private static void inferAll(ClassificationModel model, List<float[]> expected, int first) {
    try (InferRequest request = model.createRequest()) {
      for (int i = 0; i < 50; i++) {
        int picture = (first + i) % expected.size();
        assertThat(Cycle.scores(model, request, picture)).containsExactly(expected.get(picture));
      }
    }
  }

  @Test
  default void refusesASecondCallOfARequestThatRuns() throws Exception {
    Optional<ClassificationModel> slow = openSlow();
    assumeTrue(slow.isPresent(), "the runtime provides no slow model");
    try (ClassificationModel model = slow.orElseThrow();
        InferRequest request = model.createRequest()) {
      float[] expected = Cycle.scores(model, 1);
      Cycle.picture(model.info(), 1).writeTo(request.input());
      Background run = Background.startInference(model, request);
      Refusal.inUse(model).of(() -> request.infer(Cycle.AMPLE));
      Refusal.inUse(model).ofReading(model, request);
      run.join();
      assertThat(Cycle.read(model, request)).containsExactly(expected);
    }
  }

  @Test
  default void createsAndClosesRequestsFromManyThreads() throws Exception {
    try (ClassificationModel model = open()) {
      float[] expected = Cycle.scores(model, 1);
      List<Background> runs = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        runs.add(
            Background.start(
                () -> {
                  for (int i = 0; i < 20; i++) {
                    assertThat(Cycle.scores(model, 1)).containsExactly(expected);
                  }
                }));
      }
      for (Background run : runs) {
        run.join();
      }
    }
  }

  @Test
  default void letsARequestMoveBetweenThreads() throws Exception {
    try (ClassificationModel model = open();
        InferRequest request = model.createRequest()) {
      for (int i = 0; i < 10; i++) {
        int picture = i;
        Background.start(() -> Cycle.picture(model.info(), picture).writeTo(request.input()))
            .join();
        Background.start(() -> request.infer(Cycle.AMPLE)).join();
        assertThat(Cycle.read(model, request)).containsExactly(Cycle.scores(model, picture));
      }
    }
  }

  @Test
  default void keepsTwoModelsApart() throws IOException {
    try (ClassificationModel one = open();
        ClassificationModel two = open();
        InferRequest first = one.createRequest();
        InferRequest second = two.createRequest()) {
      for (int i = 0; i < 10; i++) {
        float[] expected = Cycle.scores(one, first, i);
        assertThat(Cycle.scores(two, second, i)).containsExactly(expected);
      }
    }
  }
}
