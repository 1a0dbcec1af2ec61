// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.YuvRange;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** The model in the jar is what its class says, and is found as users find it. */
class BundledModelTest {
  @Test
  void isFoundByTheServiceLoaderAndAnswersWithProbabilities() {
    InferenceRuntime runtime =
        ServiceLoader.load(InferenceRuntime.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(found -> found.name().equals("onnx"))
            .findFirst()
            .orElseThrow();
    InferenceRuntime.DefaultModel network = runtime.defaultModel().orElseThrow();
    assertThat(network.name()).isEqualTo("efficientnet_lite0");
    try (ClassificationModel model = network.load(LoadOptions.defaults());
        InferRequest request = model.createRequest()) {
      ModelInfo info = model.info();
      assertThat(info.width()).isEqualTo(224);
      assertThat(info.height()).isEqualTo(224);
      assertThat(info.classes()).isEqualTo(1000);
      assertThat(info.range()).isEqualTo(YuvRange.VIDEO);
      assertThat(info.probabilities()).isEqualTo(Optional.of(true));
      request.infer(Duration.ofSeconds(10));
      float[] scores = new float[1000];
      request.readScores(scores);
      float sum = 0;
      for (float score : scores) {
        assertThat(score).isBetween(0f, 1f);
        sum += score;
      }
      assertThat(sum).isCloseTo(1, within(1e-4f));
    }
  }
}
