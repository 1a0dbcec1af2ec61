// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import io.github.bpu4j.modelfile.ModelDescription;
import java.util.List;
import java.util.stream.Stream;

/** A model of a .bin file. */
public record CompiledModel(ModelDescription description) implements InspectedModel {
  @Override
  public String name() {
    return description.name();
  }

  @Override
  public List<TensorFacts> tensors() {
    return Stream.concat(
            description.inputs().stream().map(TensorFacts::of),
            description.outputs().stream().map(TensorFacts::of))
        .toList();
  }
}
