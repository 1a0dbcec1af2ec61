// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.api.spi.TensorType;
import io.github.bpu4j.modelfile.ElementType;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.OutputDescription;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.runtime.simulator.program.Simulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a model's file says, in the terms of a runtime. */
final class ModelFacts {
  private ModelFacts() {}

  static ModelInfo of(ModelDescription model, ScoreOutput scores, Simulator simulator) {
    InputDescription input = model.inputs().get(0);
    return new ModelInfo(
        model.name(),
        SimulatorRuntime.NAME,
        true,
        input.width(),
        input.height(),
        scores.classes(),
        input.colorRange().map(range -> YuvRange.valueOf(range.name())).orElse(YuvRange.AUTO),
        scores.output().endsInSoftmax() ? Optional.of(true) : Optional.empty(),
        Optional.empty(),
        List.of(picture(input)),
        outputs(model, scores.output()),
        details(model, simulator));
  }

  private static TensorInfo picture(InputDescription input) {
    return new TensorInfo(
        input.name(),
        TensorType.NV12,
        layout(input.layout()),
        input.shape(),
        input.shape(),
        List.of(),
        (long) input.width() * input.height() * 3 / 2,
        Quantization.none());
  }

  private static TensorLayout layout(io.github.bpu4j.modelfile.TensorLayout layout) {
    return switch (layout) {
      case NHWC -> TensorLayout.NHWC;
      case NCHW -> TensorLayout.NCHW;
      default -> TensorLayout.NONE;
    };
  }

  private static List<TensorInfo> outputs(ModelDescription model, OutputDescription scores) {
    List<TensorInfo> outputs = new ArrayList<>();
    outputs.add(output(scores));
    model.outputs().stream()
        .filter(other -> !other.equals(scores))
        .map(ModelFacts::output)
        .forEach(outputs::add);
    return outputs;
  }

  private static TensorInfo output(OutputDescription output) {
    TensorType type = type(output.type());
    long elements = output.shape().stream().mapToLong(dim -> dim).reduce(1, (a, b) -> a * b);
    return new TensorInfo(
        output.name(),
        type,
        output.shape().size() == 4 ? TensorLayout.NCHW : TensorLayout.NONE,
        output.shape(),
        output.shape(),
        List.of(),
        Math.max(1, elements * type.bytes()),
        ScoreOutput.quantization(output));
  }

  /** Outputs are floats or integers, as the plan of the graph has checked. */
  private static TensorType type(ElementType type) {
    return switch (type) {
      case INT8 -> TensorType.S8;
      case UINT8 -> TensorType.U8;
      case INT16 -> TensorType.S16;
      case UINT16 -> TensorType.U16;
      case INT32 -> TensorType.S32;
      case UINT32 -> TensorType.U32;
      case INT64 -> TensorType.S64;
      default -> TensorType.F32;
    };
  }

  private static Map<String, String> details(ModelDescription model, Simulator simulator) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("simulator", "hbdk-sim " + simulator.version());
    details.put("program", simulator.program().toString());
    details.put("results", "integers equal to the vendor's software; times are not a board's");
    model.march().ifPresent(march -> details.put("architecture", march));
    model.runtimeVersion().ifPresent(version -> details.put("built for HBRT", version));
    model.compilerVersion().ifPresent(version -> details.put("compiled by", "hbdk " + version));
    return details;
  }
}
