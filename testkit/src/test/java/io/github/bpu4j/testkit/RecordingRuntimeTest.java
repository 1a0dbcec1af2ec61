// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The recorded pictures are the ones that the model received. */
class RecordingRuntimeTest {
  private final ScriptedRuntime scripted =
      ScriptedRuntime.builder().size(32, 16).rowPitch(40).scores(1, 2, 3).build();
  private final RecordingRuntime recording = new RecordingRuntime(scripted);

  @Test
  void keepsACopyOfEveryPicture() {
    assertThatThrownBy(recording::lastPicture).isInstanceOf(IllegalStateException.class);
    try (ClassificationModel model =
            recording.defaultModel().orElseThrow().load(LoadOptions.defaults());
        InferRequest request = model.createRequest()) {
      assertThat(Cycle.scores(model, request, 1)).containsExactly(1, 2, 3);
      assertThat(Cycle.scores(model, request, 2)).containsExactly(1, 2, 3);
      assertThat(recording.pictures())
          .containsExactly(Cycle.picture(model.info(), 1), Cycle.picture(model.info(), 2));
      assertThat(recording.lastPicture()).isEqualTo(Cycle.picture(model.info(), 2));
      recording.clear();
      assertThat(recording.pictures()).isEmpty();
    }
  }

  @Test
  void leavesEverythingElseToTheOtherRuntime() {
    assertThat(recording.name()).isEqualTo(scripted.name());
    assertThat(recording.availability()).isEqualTo(scripted.availability());
    assertThat(recording.supports(Path.of("a.bin"))).isTrue();
  }
}
