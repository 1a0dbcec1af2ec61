// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Follows a graph's values backwards from an output. */
final class GraphTail {
  /** Operators that leave the values as they are: other shape, order or number format only. */
  private static final Set<String> PASSING =
      Set.of(
          "Reshape",
          "Transpose",
          "Squeeze",
          "Unsqueeze",
          "Flatten",
          "Identity",
          "Cast",
          "Quantize",
          "Dequantize",
          "QuantizeLinear",
          "DequantizeLinear");

  private final Map<String, GraphNode> producers = new HashMap<>();

  GraphTail(List<GraphNode> nodes) {
    for (GraphNode node : nodes) {
      node.outputs().forEach(value -> producers.put(value, node));
    }
  }

  /** Returns the operator that computes a value, looking back past those that only pass it on. */
  Optional<Operator> lastOperator(String value) {
    return back(value, type -> !PASSING.contains(type)).map(GraphNode::operator);
  }

  /** Returns the dequantization that a value went through last on its way, whatever came after. */
  Optional<GraphNode> dequantization(String value) {
    return back(value, type -> type.equals("Dequantize"));
  }

  private Optional<GraphNode> back(String value, Predicate<String> wanted) {
    String at = value;
    for (int steps = 0; steps <= producers.size(); steps++) {
      GraphNode node = producers.get(at);
      if (node == null || wanted.test(node.operator().type())) {
        return Optional.ofNullable(node);
      }
      if (node.inputs().isEmpty()) {
        return Optional.empty();
      }
      at = node.inputs().get(0);
    }
    return Optional.empty();
  }
}
