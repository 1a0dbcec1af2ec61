// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a compiled model says about one of its inputs.
 *
 * @param name the input's name
 * @param type what its memory holds
 * @param layout the order of dimensions that a runtime works with
 * @param shape the dimensions in that order; for a picture always 4, in pixels and channels
 * @param width pixels in a row; 0 if the input is not a picture
 * @param height rows; 0 if the input is not a picture
 * @param colorRange the YUV range that the model expects; empty for other types and where the file
 *     does not say
 * @param trainingOrder the channel order that the network was trained with, such as {@code rgb};
 *     converting to it is part of the compiled model
 * @param trainingLayout the order of dimensions in training, such as {@code NCHW}
 * @param normalization which steps the compiled model does, such as {@code data_mean_and_scale}
 * @param mean what the compiled model subtracts per channel, in training order; empty if nothing
 * @param scale what it multiplies by after that, in training order; empty if nothing
 * @since 0.1.0
 */
public record InputDescription(
    String name,
    InputType type,
    TensorLayout layout,
    List<Integer> shape,
    int width,
    int height,
    Optional<ColorRange> colorRange,
    Optional<String> trainingOrder,
    Optional<TensorLayout> trainingLayout,
    Optional<String> normalization,
    List<Double> mean,
    List<Double> scale) {
  /** Checks that nothing is null and copies the lists. */
  public InputDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(layout, "layout");
    shape = List.copyOf(shape);
    Objects.requireNonNull(colorRange, "colorRange");
    Objects.requireNonNull(trainingOrder, "trainingOrder");
    Objects.requireNonNull(trainingLayout, "trainingLayout");
    Objects.requireNonNull(normalization, "normalization");
    mean = List.copyOf(mean);
    scale = List.copyOf(scale);
  }
}
