// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import io.github.bpu4j.modelfile.WireReader.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The parts of one graph of a compiled model, as stored. */
final class CompiledGraph {
  /** Inputs or outputs of one graph; classifiers have one of each, detectors some nine. */
  static final int VALUE_LIMIT = 256;

  final List<GraphNode> nodes = new ArrayList<>();
  final List<Initializer> initializers = new ArrayList<>();
  final List<Tensor> inputs = new ArrayList<>();
  final List<Tensor> outputs = new ArrayList<>();
  final List<Long> inputTypes = new ArrayList<>();
  final List<Long> inputLayouts = new ArrayList<>();
  String name = "";

  /** Where the graph lies in the file, to read more of it. */
  Span place = new Span(0, 0);

  static CompiledGraph read(WireReader in) throws IOException {
    var graph = new CompiledGraph();
    graph.place =
        in.message(
            field -> {
              switch (field) {
                case 1 -> graph.nodes.add(GraphNode.read(in));
                case 2 -> graph.name = in.text();
                case 3 -> graph.initializers.add(Initializer.read(in));
                case 4 -> graph.inputs.add(Tensor.read(in));
                case 5 -> graph.outputs.add(Tensor.read(in));
                case 7 -> in.integers(graph.inputTypes::add);
                case 8 -> in.integers(graph.inputLayouts::add);
                default -> {}
              }
            });
    graph.check(in);
    return graph;
  }

  /** The nodes that run on the CPU. */
  List<Operator> cpuNodes() {
    return nodes.stream().filter(node -> !node.isBpu()).map(GraphNode::operator).toList();
  }

  /** Where the machine code for the BPU lies; nothing if another graph holds it. */
  Stream<Span> programs() {
    return initializers.stream().flatMap(constant -> constant.program().stream());
  }

  boolean usesBpu() {
    return nodes.stream().anyMatch(GraphNode::isBpu);
  }

  private void check(WireReader in) throws ModelFileException {
    if (name.isBlank()) {
      throw in.damaged("a graph has no name");
    }
    ReadingBudget.checkCount(inputs.size(), VALUE_LIMIT, "inputs");
    ReadingBudget.checkCount(outputs.size(), VALUE_LIMIT, "outputs");
    if (inputs.isEmpty() || outputs.isEmpty()) {
      throw in.damaged(
          "the graph "
              + name
              + " has "
              + inputs.size()
              + " inputs and "
              + outputs.size()
              + " outputs, expected at least one of each");
    }
  }
}
