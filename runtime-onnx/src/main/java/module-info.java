// SPDX-License-Identifier: Apache-2.0

/** Classifiers on the host's CPU through ONNX Runtime, and a small ImageNet network. */
module io.github.bpu4j.runtime.onnx {
  requires transitive io.github.bpu4j.api;
  requires io.github.bpu4j.modelfile;
  requires com.microsoft.onnxruntime;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.github.bpu4j.runtime.onnx;

  provides io.github.bpu4j.api.spi.InferenceRuntime with
      io.github.bpu4j.runtime.onnx.OnnxRuntime;
}
