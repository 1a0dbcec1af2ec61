// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which nodes a graph's values come from, followed backwards from an output. */
final class ValueOrigins {
  /** Operators that change only the shape, the order or the number format of values. */
  private static final Set<String> PASS_THROUGH =
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

  ValueOrigins(List<GraphNode> nodes) {
    for (GraphNode node : nodes) {
      node.outputs().forEach(value -> producers.put(value, node));
    }
  }

  /** The operator that computes a value, past those that only reshape or convert it. */
  Optional<Operator> lastOperator(String value) {
    return back(value, type -> !PASS_THROUGH.contains(type)).map(GraphNode::operator);
  }

  /** The last dequantization that a value went through. */
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
