// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.Optional;

/** Combines what a file says in several places about one input. */
final class InputDescriber {
  private InputDescriber() {}

  static InputDescription describe(CompiledGraph graph, BuildRecord build, int index) {
    Tensor tensor = graph.inputs.get(index);
    int place = build.indexOf(tensor.name(), index);
    InputType type = type(graph, build, index, place);
    TensorLayout layout = layout(graph, build, index, place);
    Optional<PictureShape> picture = PictureShape.of(tensor.dims(), type);
    return new InputDescription(
        tensor.name(),
        type,
        layout,
        picture.map(p -> p.shape(layout)).orElse(tensor.dims()),
        picture.map(PictureShape::width).orElse(0),
        picture.map(PictureShape::height).orElse(0),
        type.isYuv()
            ? build.text("INPUT_SPACE_AND_RANGE", place).flatMap(ColorRange::ofSetting)
            : Optional.empty(),
        build.text("INPUT_TYPE_TRAIN", place),
        build.text("INPUT_LAYOUT_TRAIN", place).map(TensorLayout::ofName),
        build.text("NORM_TYPE", place),
        build.numbers("MEAN_VALUE", place),
        build.numbers("SCALE_VALUE", place));
  }

  private static InputType type(CompiledGraph graph, BuildRecord build, int index, int place) {
    return index < graph.inputTypes.size()
        ? InputType.ofNumber(graph.inputTypes.get(index))
        : build.text("INPUT_TYPE_RT", place).map(InputType::ofName).orElse(InputType.UNKNOWN);
  }

  private static TensorLayout layout(CompiledGraph graph, BuildRecord build, int index, int place) {
    return index < graph.inputLayouts.size()
        ? TensorLayout.ofNumber(graph.inputLayouts.get(index))
        : build
            .text("INPUT_LAYOUT_RT", place)
            .map(TensorLayout::ofName)
            .orElse(TensorLayout.UNKNOWN);
  }
}
