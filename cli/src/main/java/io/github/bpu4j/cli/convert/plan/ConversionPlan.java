// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.plan;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.cli.convert.onnx.OnnxNetwork;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a network is converted; everything that the compiler has to be told.
 *
 * @param name of all files that are made, without an ending
 * @param network what is converted
 * @param inputName the input's name in the network
 * @param colors how a picture is read; plain where the graph normalizes by itself
 * @param layout of the input
 * @param size of the input
 * @param fit how a picture fills it
 * @param interpolation how it is resized
 * @param range of the NV12 that the compiled model will take
 * @param fixedShape the shape to state, where the network leaves a dimension open
 * @param classes number of scores
 * @param metadata for the compiled model
 */
public record ConversionPlan(
    String name,
    OnnxNetwork network,
    String inputName,
    ColorInput colors,
    TensorLayout layout,
    ColorInput.Size size,
    Fit fit,
    Interpolation interpolation,
    YuvRange range,
    Optional<List<Integer>> fixedShape,
    int classes,
    ModelMetadata metadata) {
  /** Pictures that a network needs whose values are clamped by its graph. */
  public static final int CLAMPED_PICTURES = 20;

  /** Pictures that others need; 100 is more than enough. */
  public static final int UNCLAMPED_PICTURES = 50;

  private static final Set<String> CLAMPS = Set.of("Clip", "HardSigmoid", "HardSwish");

  /** The usual number of calibration pictures for this network. */
  public int usualPictures() {
    return isClamped() ? CLAMPED_PICTURES : UNCLAMPED_PICTURES;
  }

  /** Whether the graph limits the values between its layers, as ReLU6 does. */
  public boolean isClamped() {
    return network.operators().stream().anyMatch(CLAMPS::contains);
  }
}
