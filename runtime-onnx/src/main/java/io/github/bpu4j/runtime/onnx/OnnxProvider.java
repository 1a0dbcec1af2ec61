// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.github.bpu4j.api.error.RuntimeUnavailableException;
import io.github.bpu4j.api.spi.Availability;
import java.util.Map;
import java.util.Set;

/**
 * An implementation of a model's operators.
 *
 * <p>The library that {@code bpu4j-runtime-onnx} depends on only has {@link #CPU}; the others need
 * a build of ONNX Runtime that includes them, and were never run by this project.
 *
 * @since 0.1.0
 */
public enum OnnxProvider {
  /**
   * Plain CPU kernels; always present, and the fallback for operators that others do not support.
   */
  CPU(OrtProvider.CPU),
  /** XNNPACK's CPU kernels. */
  XNNPACK(OrtProvider.XNNPACK),
  /** Apple's Core ML. */
  CORE_ML(OrtProvider.CORE_ML),
  /** NVIDIA's CUDA, device 0. */
  CUDA(OrtProvider.CUDA);

  private final OrtProvider ort;

  OnnxProvider(OrtProvider ort) {
    this.ort = ort;
  }

  /**
   * Adds it to a session's settings.
   *
   * @throws RuntimeUnavailableException if the library was built without it
   */
  void addTo(SessionOptions settings, Set<OrtProvider> available, boolean memoryArena)
      throws OrtException {
    if (!available.contains(ort)) {
      String reason = "this build of ONNX Runtime has " + available + ", not " + ort;
      throw new RuntimeUnavailableException(
          "provider " + this + " cannot be used; leave it out or add a build that has it",
          Map.of(OnnxRuntime.NAME, Availability.no(reason)));
    }
    switch (this) {
      case CPU -> settings.addCPU(memoryArena);
      case XNNPACK -> settings.addXnnpack(Map.of());
      case CORE_ML -> settings.addCoreML();
      case CUDA -> settings.addCUDA();
    }
  }
}
