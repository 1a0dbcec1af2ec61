// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.testkit.RuntimeContract;
import java.nio.file.Path;
import java.util.List;

/** ONNX Runtime keeps the contract with a network that takes colors, on two threads. */
class ColorContractTest extends RuntimeContract {
  @Override
  public InferenceRuntime runtime() {
    OnnxOptions options =
        OnnxOptions.defaults()
            .withThreads(2)
            .withMemoryArena(false)
            .withInput(OnnxInput.imagenet());
    return new OnnxRuntime(options);
  }

  @Override
  public Path modelFile() {
    return Networks.file("rgb_nchw");
  }

  @Override
  public List<Path> badFiles() {
    return List.of(Networks.file("gray"), Networks.file("odd"), Networks.file("tiny"));
  }

  @Override
  public long bytesPerCycle() {
    return 640;
  }
}
