// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.modelfile.ElementType;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.InputType;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.OnnxFile;
import io.github.bpu4j.modelfile.Operator;
import io.github.bpu4j.modelfile.OutputDescription;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a model file itself says of the things that metadata may state.
 *
 * @param kind of the input
 * @param input name and shape of the input, for messages
 * @param colors how an input of colors is filled; empty if the file does not say
 * @param layout of an input of colors; empty if its shape leaves it open
 * @param size of the input; empty if the file leaves it open
 * @param range of an NV12 input; empty if the file does not say
 * @param probabilities whether the output holds probabilities; empty if the file does not show it
 * @param outputs their names
 * @param classes of the output that holds the scores; empty if unknown
 */
public record FileFacts(
    Kind kind,
    String input,
    Optional<ColorInput> colors,
    Optional<TensorLayout> layout,
    Optional<ColorInput.Size> size,
    Optional<YuvRange> range,
    Optional<Boolean> probabilities,
    List<String> outputs,
    OptionalInt classes) {
  private static final Set<String> PROBABILITIES = Set.of("Softmax", "Sigmoid", "HardSigmoid");
  private static final Set<String> LOGITS = Set.of("Gemm", "MatMul", "Add", "Conv", "LogSoftmax");

  /** What an input takes. */
  public enum Kind {
    /** NV12; order, mean and scale are inside the model. */
    NV12,
    /** Three channels. */
    COLORS,
    /** Anything else, which no classifier of this SDK can fill. */
    OTHER
  }

  /**
   * Reads off what a model of a file says.
   *
   * @param output the output that holds the scores; empty for the first
   */
  public static FileFacts of(InspectedModel model, Optional<String> output) {
    return model instanceof CompiledModel compiled
        ? of(compiled.description(), output)
        : of(((OnnxModel) model).file(), output);
  }

  private static FileFacts of(ModelDescription model, Optional<String> output) {
    Optional<InputDescription> input = model.inputs().stream().findFirst();
    boolean nv12 = input.filter(found -> found.type() == InputType.NV12).isPresent();
    Optional<OutputDescription> scores = scores(model.outputs(), output);
    return new FileFacts(
        nv12 ? Kind.NV12 : Kind.OTHER,
        input.map(found -> found.name() + " " + found.type()).orElse("no input"),
        Optional.empty(),
        Optional.empty(),
        input
            .filter(found -> nv12 && found.width() % 2 == 0 && found.height() % 2 == 0)
            .map(found -> new ColorInput.Size(found.width(), found.height())),
        input.flatMap(InputDescription::colorRange).map(found -> YuvRange.valueOf(found.name())),
        scores.filter(OutputDescription::endsInSoftmax).map(found -> true),
        model.outputs().stream().map(OutputDescription::name).toList(),
        scores.map(OutputDescription::classes).orElse(OptionalInt.empty()));
  }

  private static FileFacts of(OnnxFile file, Optional<String> output) {
    OnnxShape shape = OnnxShape.of(file);
    Optional<OutputDescription> scores = scores(file.outputs(), output);
    return new FileFacts(
        shape.kind(),
        shape.text(),
        shape.kind() == Kind.COLORS ? OnnxColors.of(file.metadata()) : Optional.empty(),
        shape.layout(),
        shape.size(),
        Optional.ofNullable(file.metadata().get("bpu4j.range"))
            .map(text -> YuvRange.valueOf(text.strip().toUpperCase(Locale.ROOT))),
        Optional.ofNullable(file.metadata().get("bpu4j.probabilities"))
            .map(text -> Boolean.valueOf(text.strip()))
            .or(() -> scores.flatMap(OutputDescription::lastOperator).flatMap(FileFacts::done)),
        file.outputs().stream().map(OutputDescription::name).toList(),
        scores.map(OutputDescription::classes).orElse(OptionalInt.empty()));
  }

  private static Optional<Boolean> done(Operator last) {
    if (PROBABILITIES.contains(last.type())) {
      return Optional.of(true);
    }
    return LOGITS.contains(last.type()) ? Optional.of(false) : Optional.empty();
  }

  private static Optional<OutputDescription> scores(
      List<OutputDescription> outputs, Optional<String> name) {
    return outputs.stream()
        .filter(output -> name.isEmpty() || name.get().equals(output.name()))
        .findFirst();
  }

  /** The input of an .onnx as its shape shows it. */
  private record OnnxShape(
      Kind kind, String text, Optional<TensorLayout> layout, Optional<ColorInput.Size> size) {
    static OnnxShape of(OnnxFile file) {
      if (file.inputs().size() != 1) {
        return other(file.inputs().size() + " inputs");
      }
      OnnxFile.Input input = file.inputs().get(0);
      List<Integer> shape = input.shape();
      String text = input.name() + " " + input.type() + " " + Notation.shape(shape);
      if (input.type() == ElementType.UINT8 && shape.size() == 3) {
        return new OnnxShape(
            Kind.NV12, text, Optional.empty(), size(shape.get(2), shape.get(1) / 3 * 2));
      }
      boolean planes = shape.size() == 4 && shape.get(1) == 3;
      boolean pixels = shape.size() == 4 && shape.get(3) == 3;
      if (!planes && !pixels) {
        return other(text);
      }
      if (planes && pixels) {
        return new OnnxShape(Kind.COLORS, text, Optional.empty(), Optional.empty());
      }
      int rows = planes ? 2 : 1;
      return new OnnxShape(
          Kind.COLORS,
          text,
          Optional.of(planes ? TensorLayout.NCHW : TensorLayout.NHWC),
          size(shape.get(rows + 1), shape.get(rows)));
    }

    private static OnnxShape other(String text) {
      return new OnnxShape(Kind.OTHER, text, Optional.empty(), Optional.empty());
    }

    private static Optional<ColorInput.Size> size(int width, int height) {
      boolean even = width > 0 && height > 0 && width % 2 == 0 && height % 2 == 0;
      return even ? Optional.of(new ColorInput.Size(width, height)) : Optional.empty();
    }
  }
}
