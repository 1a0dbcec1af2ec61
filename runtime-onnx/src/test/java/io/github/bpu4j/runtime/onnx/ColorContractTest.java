// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.api.spi.LoadOptions;
import io.github.bpu4j.testkit.RuntimeContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** ONNX Runtime fulfills the contract with a model that has RGB input, on two threads. */
class ColorContractTest extends RuntimeContract {
  private static final OnnxOptions OPTIONS =
      OnnxOptions.defaults().withThreads(2).withMemoryArena(false);

  private static final LoadOptions LOAD =
      LoadOptions.defaults().withColorInput(ColorInput.imagenet());

  /** With two threads, the slow model would take less than 200 ms. */
  private static final OnnxOptions SLOW = OPTIONS.withThreads(1);

  @Override
  public InferenceRuntime runtime() {
    return new OnnxRuntime(OPTIONS);
  }

  @Override
  public LoadOptions loadOptions() {
    return LOAD;
  }

  @Override
  public Path modelFile() {
    return Networks.file("rgb_nchw");
  }

  @Override
  public List<Path> badFiles() {
    return List.of(Networks.file("gray"), Networks.file("odd"), Networks.file("batch_of_two"));
  }

  @Override
  public Optional<ClassificationModel> openSlow() {
    return open(SLOW, "slow_rgb");
  }

  @Override
  public Optional<ClassificationModel> openImpatient() {
    return open(SLOW.withCloseTimeout(Duration.ofMillis(5)), "slow_rgb");
  }

  @Override
  public Optional<ClassificationModel> openFailing() {
    return open(OPTIONS, "failing_rgb");
  }

  private static Optional<ClassificationModel> open(OnnxOptions options, String network) {
    return Optional.of(new OnnxRuntime(options).load(Networks.file(network), LOAD));
  }

  @Override
  public long bytesPerCycle() {
    return 640;
  }
}
