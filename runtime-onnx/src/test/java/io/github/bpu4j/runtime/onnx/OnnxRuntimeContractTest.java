// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.testkit.RuntimeContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** ONNX Runtime keeps the contract with a network that reads NV12 itself. */
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
    return Optional.of(runtime().load(Networks.file("slow"), LoadOptions.defaults()));
  }

  @Override
  public Optional<ClassificationModel> openFailing() {
    LoadOptions options = LoadOptions.defaults();
    return Optional.of(runtime().load(Networks.file("failing"), options));
  }

  /** What the Java binding of ONNX Runtime itself allocates a run. */
  @Override
  public long bytesPerCycle() {
    return 640;
  }
}
