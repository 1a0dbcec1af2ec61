// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import io.github.bpu4j.modelfile.OnnxFile;
import java.util.List;
import java.util.stream.Stream;

/** The model of an .onnx file. */
public record OnnxModel(OnnxFile file) implements InspectedModel {
  @Override
  public String name() {
    return file.graphName();
  }

  @Override
  public List<TensorFacts> tensors() {
    return Stream.concat(
            file.inputs().stream().map(TensorFacts::of),
            file.outputs().stream().map(TensorFacts::of))
        .toList();
  }
}
