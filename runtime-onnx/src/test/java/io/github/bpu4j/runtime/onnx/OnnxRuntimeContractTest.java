// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.testkit.RuntimeContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** ONNX Runtime fulfills the contract with a model that reads NV12. */
class OnnxRuntimeContractTest extends RuntimeContract {
  @Override
  public InferenceRuntime runtime() {
    return new OnnxRuntime();
  }

  @Override
  public Path modelFile() {
    return Networks.file("tiny");
  }

  @Override
  public List<Path> badFiles() {
    return Stream.of("two_inputs", "two_outputs", "label_only", "bad_property", "batch_of_two")
        .map(Networks::file)
        .toList();
  }

  @Override
  public Optional<ClassificationModel> openSlow() {
    return open(OnnxOptions.defaults(), "slow");
  }

  @Override
  public Optional<ClassificationModel> openImpatient() {
    return open(OnnxOptions.defaults().withCloseTimeout(Duration.ofMillis(5)), "slow");
  }

  @Override
  public Optional<ClassificationModel> openFailing() {
    return open(OnnxOptions.defaults(), "failing");
  }

  private static Optional<ClassificationModel> open(OnnxOptions options, String network) {
    return Optional.of(
        new OnnxRuntime(options).load(Networks.file(network), LoadOptions.defaults()));
  }

  /** What ONNX Runtime's Java binding allocates per run. */
  @Override
  public long bytesPerCycle() {
    return 640;
  }
}
