// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a classifier uses of the things that must be known of a model, and who said so.
 *
 * @param model name of the model
 * @param colorInput how an input that takes colors is filled; empty for NV12
 * @param range of the NV12 that pictures become
 * @param chroma siting of that NV12
 * @param fit of pictures into the input
 * @param interpolation of their pixels
 * @param output name of the output that holds the scores
 * @param transform from output to scores
 * @param labels of the classes
 * @since 0.1.0
 */
public record ClassifierSettings(
    Setting<String> model,
    Optional<Setting<ColorInput>> colorInput,
    Setting<YuvRange> range,
    Setting<ChromaSiting> chroma,
    Setting<Fit> fit,
    Setting<Interpolation> interpolation,
    Setting<String> output,
    Setting<ScoreTransform> transform,
    Setting<Labels> labels) {

  /**
   * Who said it, in the order of precedence.
   *
   * @since 0.1.0
   */
  public enum Origin {
    /** The program, with the builder or a command's option. */
    OPTION,
    /** The metadata, usually the file beside the model. */
    METADATA,
    /** The model file, or the runtime that read it. */
    FILE,
    /** Nobody; it is the SDK's default, for a transform derived from the warm-up's scores. */
    DEFAULT
  }

  /**
   * A value and who said it.
   *
   * @since 0.1.0
   */
  public record Setting<T>(T value, Origin origin) {
    public Setting {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(origin, "origin");
    }

    @Override
    public String toString() {
      return value + " (" + origin.name().toLowerCase(Locale.ROOT) + ")";
    }
  }

  /** One line for the log. */
  @Override
  public String toString() {
    return "model "
        + model
        + colorInput.map(input -> ", input " + input).orElse("")
        + ", range "
        + range
        + ", chroma "
        + chroma
        + ", fit "
        + fit
        + ", interpolation "
        + interpolation
        + ", output "
        + output
        + ", transform "
        + transform
        + ", labels "
        + labels;
  }
}
