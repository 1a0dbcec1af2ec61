// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.ColorInput.Order;
import io.github.bpu4j.api.spi.TensorLayout;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say how a model that takes colors reads a picture. */
final class ColorOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = "--input",
      paramLabel = "ORDER",
      description = {
        "Order of the colors in the input of an ordinary .onnx: ${COMPLETION-CANDIDATES}.",
        "x = (pixel - mean) * scale, with pixels from 0 to 255."
      })
  private @Nullable Order order;

  @Option(
      names = "--mean",
      paramLabel = "N",
      split = ",",
      description =
          "One mean, or three in the order of --input, such as 123.675,116.28,103.53 (0).")
  private @Nullable List<Float> mean;

  @Option(
      names = "--scale",
      paramLabel = "N",
      split = ",",
      description = "One scale, or three in the order of --input: 1 / deviation (1).")
  private @Nullable List<Float> scale;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description = "Layout of the input: NCHW or NHWC; by default derived from its shape.")
  private @Nullable TensorLayout layout;

  @Option(
      names = "--input-size",
      paramLabel = "WxH",
      description = "Size of the input, for a model that accepts any.")
  private @Nullable Size size;

  /** What is stated; empty without {@code --input}. */
  Optional<ColorInput> input() {
    if (order == null) {
      if (mean != null || scale != null || layout != null || size != null) {
        throw usage(
            "--mean, --scale, --layout and --input-size need --input rgb or --input bgr, the order"
                + " of their numbers");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ColorInput(
              order,
              three("--mean", mean, 0),
              three("--scale", scale, 1),
              Optional.ofNullable(layout),
              Optional.ofNullable(size).map(s -> new ColorInput.Size(s.width(), s.height()))));
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage());
    }
  }

  private List<Float> three(String option, @Nullable List<Float> numbers, float otherwise) {
    if (numbers == null) {
      return List.of(otherwise, otherwise, otherwise);
    }
    if (numbers.size() == 1) {
      Float all = numbers.get(0);
      return List.of(all, all, all);
    }
    if (numbers.size() != 3) {
      throw usage(option + ": got " + numbers.size() + " numbers, expected one or three");
    }
    return numbers;
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
