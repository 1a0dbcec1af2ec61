// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import io.github.bpu4j.modelfile.ElementType;
import io.github.bpu4j.modelfile.ModelGraph;
import io.github.bpu4j.modelfile.ModelGraph.Constant;
import io.github.bpu4j.modelfile.ModelGraph.Node;
import io.github.bpu4j.modelfile.ModelGraph.Value;
import java.util.List;
import java.util.Optional;

/**
 * What is known about a node on the CPU before it runs.
 *
 * @param node the node, with at least one input and one output
 * @param input its first input
 * @param graph the graph that it belongs to
 */
record NodeFacts(Node node, Value input, ModelGraph graph) {
  GraphException problem(String text) {
    return new GraphException(node, text);
  }

  boolean hasFloats() {
    return input.type() == ElementType.FLOAT32;
  }

  /** What the graph says about the node's output. */
  Optional<Value> stated() {
    return Optional.ofNullable(graph.values().get(node.outputs().get(0)));
  }

  /** An integer attribute; empty if it is absent. */
  Optional<Long> attribute(String name) {
    return Optional.ofNullable(node.attributes().get(name))
        .filter(numbers -> numbers.size() == 1)
        .map(numbers -> numbers.get(0));
  }

  void requireFloats() throws GraphException {
    if (!hasFloats()) {
      throw problem("takes %s, expected floats".formatted(input.type()));
    }
  }

  void requireIntegers() throws GraphException {
    if (!isInteger(input.type())) {
      throw problem("takes %s, expected integers of 8 to 64 bits".formatted(input.type()));
    }
  }

  /** The constant that is the node's second input. */
  Constant constant() throws GraphException {
    Constant found = node.inputs().size() < 2 ? null : graph.constants().get(node.inputs().get(1));
    if (found == null) {
      throw problem("lacks its second input, a constant; the file is damaged");
    }
    return found;
  }

  /**
   * Scales as its second input: one for all, or one for each channel, which is axis 1.
   *
   * @return the scale of each channel, or one
   */
  float[] scales() throws GraphException {
    List<Float> scales = constant().floats();
    List<Integer> dims = input.dims();
    if (scales.size() != 1 && (dims.size() < 2 || scales.size() != dims.get(1))) {
      throw problem("has %d scales for dimensions %s".formatted(scales.size(), dims));
    }
    float[] copy = new float[scales.size()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = scales.get(i);
    }
    return copy;
  }

  static boolean isInteger(ElementType type) {
    return switch (type) {
      case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32 -> true;
      default -> false;
    };
  }
}
