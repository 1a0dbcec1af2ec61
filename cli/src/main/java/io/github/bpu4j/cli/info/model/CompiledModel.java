// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.runtime.simulator.SpeedEstimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model of a .bin file.
 *
 * @param description what the file says
 * @param speed the vendor's estimate; empty if it was not asked for or cannot be had here
 */
public record CompiledModel(ModelDescription description, Optional<SpeedEstimate> speed)
    implements InspectedModel {
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
