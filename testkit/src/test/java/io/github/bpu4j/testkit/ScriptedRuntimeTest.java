// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.error.ClassifierBusyException;
import io.github.bpu4j.api.error.InferenceException;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The scripted runtime follows its script exactly. */
class ScriptedRuntimeTest {
  private static ClassificationModel open(InferenceRuntime runtime) {
    return runtime.load(Path.of("absent.bin"), LoadOptions.defaults());
  }

  @Test
  void answersInOrderAndRepeatsTheLast() {
    ScriptedRuntime runtime =
        ScriptedRuntime.builder().size(8, 8).scores(1, 2).failure("broken").scores(3, 4).build();
    try (ClassificationModel model = open(runtime)) {
      InferRequest request = model.createRequest();
      assertThat(Cycle.scores(model, request, 1)).containsExactly(1, 2);
      assertThatThrownBy(() -> Cycle.scores(model, request, 1))
          .isInstanceOf(InferenceException.class)
          .hasMessage("broken");
      InferRequest next = model.createRequest();
      assertThat(Cycle.scores(model, next, 1)).containsExactly(3, 4);
      assertThat(Cycle.scores(model, next, 2)).containsExactly(3, 4);
    }
  }

  @Test
  void answersByPicture() {
    ScriptedRuntime runtime =
        ScriptedRuntime.builder()
            .size(8, 8)
            .classes(2)
            .byPicture(seen -> ScriptedAnswer.scores(seen.y(0, 0), seen.v(7, 7)))
            .build();
    try (ClassificationModel model = open(runtime);
        InferRequest request = model.createRequest()) {
      Nv12Picture picture = Cycle.picture(model.info(), 5);
      assertThat(Cycle.scores(model, request, 5)).containsExactly(picture.y(0, 0), picture.v(7, 7));
    }
  }

  @Test
  void leavesTheRequestUsableWhenScriptedAsBusy() {
    ScriptedRuntime runtime =
        ScriptedRuntime.builder()
            .size(8, 8)
            .answer(ScriptedAnswer.failure(() -> new ClassifierBusyException("full")))
            .scores(1, 2)
            .build();
    try (ClassificationModel model = open(runtime);
        InferRequest request = model.createRequest()) {
      assertThatThrownBy(() -> Cycle.scores(model, request, 1))
          .isInstanceOf(ClassifierBusyException.class);
      assertThat(Cycle.scores(model, request, 1)).containsExactly(1, 2);
    }
  }

  @Test
  void tellsWhatItWasTold() {
    ScriptedRuntime runtime =
        ScriptedRuntime.builder().classes(7).range(YuvRange.FULL).probabilities(true).build();
    try (ClassificationModel model = open(runtime)) {
      assertThat(model.info().simulated()).isTrue();
      assertThat(model.info().classes()).isEqualTo(7);
      assertThat(model.info().range()).isEqualTo(YuvRange.FULL);
      assertThat(model.info().probabilities()).contains(true);
    }
  }

  @Test
  void refusesScoresOfAnotherNumberThanClasses() {
    ScriptedRuntime.Builder builder = ScriptedRuntime.builder().classes(3).scores(1, 2);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scripted 2 scores, expected 3");
  }
}
