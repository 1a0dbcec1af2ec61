// SPDX-License-Identifier: Apache-2.0

/** Runs models on the host's CPU with ONNX Runtime; contains a small ImageNet model. */
module io.github.bpu4j.runtime.onnx {
  requires transitive io.github.bpu4j.api;
  requires io.github.bpu4j.modelfile;
  requires com.microsoft.onnxruntime;
  // For ONNX Runtime, which has no descriptor to require it with.
  requires java.logging;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.github.bpu4j.runtime.onnx;

  provides io.github.bpu4j.api.spi.InferenceRuntime with
      io.github.bpu4j.runtime.onnx.OnnxRuntime;
}
