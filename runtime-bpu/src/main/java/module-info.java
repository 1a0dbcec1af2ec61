// SPDX-License-Identifier: Apache-2.0
/** Runs models on the BPU of the RDK X5. */
module io.github.bpu4j.runtime.bpu {
  requires transitive io.github.bpu4j.api;
  requires io.github.bpu4j.modelfile;
  requires org.bytedeco.javacpp;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.github.bpu4j.runtime.bpu;
  exports io.github.bpu4j.runtime.bpu.dnn to
      org.bytedeco.javacpp;

  provides io.github.bpu4j.api.spi.InferenceRuntime with
      io.github.bpu4j.runtime.bpu.BpuRuntime;
}
