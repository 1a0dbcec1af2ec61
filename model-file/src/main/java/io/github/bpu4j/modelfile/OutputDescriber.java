// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Combines what a file says in several places about one output. */
final class OutputDescriber {
  private final CompiledGraph graph;
  private final ValueOrigins origins;
  private final Set<String> consumed = new HashSet<>();
  private final WireReader in;

  OutputDescriber(CompiledGraph graph, WireReader in) {
    this.graph = graph;
    this.origins = new ValueOrigins(graph.nodes);
    this.in = in;
    graph.nodes.forEach(node -> consumed.addAll(node.inputs()));
  }

  OutputDescription describe(Tensor output) throws IOException {
    var plain =
        new OutputDescription(
            output.name(),
            output.type(),
            output.dims(),
            List.of(),
            origins.lastOperator(output.name()));
    Optional<Initializer> scales = scales(plain);
    return scales.isEmpty()
        ? plain
        : new OutputDescription(
            plain.name(),
            plain.type(),
            plain.shape(),
            scales.get().floats(in),
            plain.lastOperator());
  }

  /** Integers that come after a dequantization, such as indexes, are not quantized values. */
  private Optional<Initializer> scales(OutputDescription output) {
    Optional<GraphNode> dequantization = origins.dequantization(output.name());
    if (dequantization.isPresent()) {
      return output.type() == ElementType.FLOAT32
          ? secondInput(dequantization.get())
          : Optional.empty();
    }
    return output.type() == ElementType.INT32 ? leftover(output.classes()) : Optional.empty();
  }

  private Optional<Initializer> secondInput(GraphNode node) {
    return node.inputs().size() < 2
        ? Optional.empty()
        : graph.initializers.stream()
            .filter(constant -> constant.tensor().name().equals(node.inputs().get(1)))
            .findFirst();
  }

  /**
   * The scales of a removed dequantization: removing the node leaves its constant behind, the only
   * one of its length that no node consumes.
   */
  private Optional<Initializer> leftover(OptionalInt classes) {
    List<Initializer> unused =
        graph.initializers.stream()
            .filter(constant -> constant.tensor().type() == ElementType.FLOAT32)
            .filter(constant -> isListOf(constant.tensor().dims(), classes))
            .filter(constant -> !consumed.contains(constant.tensor().name()))
            .toList();
    return unused.size() == 1 ? Optional.of(unused.get(0)) : Optional.empty();
  }

  private static boolean isListOf(List<Integer> dims, OptionalInt length) {
    return length.isPresent() && dims.equals(List.of(length.getAsInt()));
  }
}
