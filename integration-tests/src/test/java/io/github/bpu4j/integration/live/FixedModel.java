// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration.live;

import io.github.bpu4j.api.spi.Availability;
import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.YuvRange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A runtime, its only model and the model's requests, whose inference allocates nothing. */
record FixedModel(ModelInfo info) implements InferenceRuntime, ClassificationModel {
  static final int SIDE = 8;
  static final int CLASSES = 10;

  FixedModel() {
    this(
        new ModelInfo(
            "fixed",
            "fixed",
            true,
            SIDE,
            SIDE,
            CLASSES,
            YuvRange.VIDEO,
            Optional.of(true),
            Optional.empty(),
            List.of(),
            List.of(),
            Map.of()));
  }

  @Override
  public String name() {
    return "fixed";
  }

  @Override
  public Availability availability() {
    return Availability.yes();
  }

  @Override
  public boolean supports(Path file) {
    return true;
  }

  @Override
  public ClassificationModel load(Path file, LoadOptions options) {
    return this;
  }

  @Override
  public Optional<DefaultModel> defaultModel() {
    return Optional.of(
        new DefaultModel() {
          @Override
          public String name() {
            return "fixed";
          }

          @Override
          public ClassificationModel load(LoadOptions options) {
            return FixedModel.this;
          }
        });
  }

  @Override
  public InferRequest createRequest() {
    return new FixedRequest(Nv12Buffer.allocate(SIDE, SIDE));
  }

  @Override
  public void close() {}

  private record FixedRequest(Nv12Buffer input) implements InferRequest {
    @Override
    public void infer(Duration timeout) {}

    @Override
    public void readScores(float[] target) {
      for (int i = 0; i < CLASSES; i++) {
        target[i] = i / 10f;
      }
    }

    @Override
    public void close() {}
  }
}
