// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import io.github.bpu4j.preprocess.YuvRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a runtime knows about a loaded model.
 *
 * @param name the model's name
 * @param runtime {@link InferenceRuntime#name()} of the runtime that loaded it
 * @param simulated whether a stand-in answers instead of hardware
 * @param width input width in pixels, even
 * @param height input height in pixels, even
 * @param classes number of classes
 * @param range the color range that its NV12 input expects; {@link YuvRange#AUTO} if unknown
 * @param probabilities whether its scores are already probabilities (its graph ends in a softmax);
 *     empty if unknown
 * @param colorInput how pixels are written to an input that takes colors; empty for NV12
 * @param inputs the input tensors, the picture first
 * @param outputs the output tensors, the scores first
 * @param details other information in display order (versions, architecture)
 * @since 0.1.0
 */
public record ModelInfo(
    String name,
    String runtime,
    boolean simulated,
    int width,
    int height,
    int classes,
    YuvRange range,
    Optional<Boolean> probabilities,
    Optional<ColorInput> colorInput,
    List<TensorInfo> inputs,
    List<TensorInfo> outputs,
    Map<String, String> details) {
  public ModelInfo {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(runtime, "runtime");
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(probabilities, "probabilities");
    Objects.requireNonNull(colorInput, "colorInput");
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    if (width <= 0 || height <= 0 || (width & 1) != 0 || (height & 1) != 0) {
      throw new IllegalArgumentException(
          "model "
              + name
              + ": input of "
              + width
              + "x"
              + height
              + " pixels; NV12 needs even sides above 0");
    }
    if (classes <= 0) {
      throw new IllegalArgumentException(
          "model " + name + ": " + classes + " classes, expected at least 1");
    }
  }
}
