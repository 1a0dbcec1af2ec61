// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import io.github.bpu4j.modelfile.ModelGraph.Constant;
import io.github.bpu4j.modelfile.ModelGraph.Node;
import io.github.bpu4j.modelfile.ModelGraph.Program;
import io.github.bpu4j.modelfile.ModelGraph.Value;
import io.github.bpu4j.modelfile.WireReader.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is needed to compute a graph whose place in the file is known. */
final class GraphReader {
  private final WireReader in;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Value> inputs = new ArrayList<>();
  private final List<Value> outputs = new ArrayList<>();
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Constant> constants = new HashMap<>();

  GraphReader(WireReader in) {
    this.in = in;
  }

  ModelGraph read(Span graph, Optional<Program> program) throws IOException {
    in.message(
        graph,
        field -> {
          switch (field) {
            case 1 -> addNode();
            case 3 -> addConstant();
            case 4 -> inputs.add(value());
            case 5 -> outputs.add(value());
            case 6 -> value();
            default -> {}
          }
        });
    return new ModelGraph(nodes, inputs, outputs, values, constants, program);
  }

  private Value value() throws IOException {
    Tensor tensor = Tensor.read(in);
    Value value = new Value(tensor.name(), tensor.type(), tensor.dims());
    values.put(value.name(), value);
    return value;
  }

  private void addNode() throws IOException {
    var nameAndType = new String[] {"", ""};
    var consumed = new ArrayList<String>();
    var produced = new ArrayList<String>();
    var attributes = new HashMap<String, List<Long>>();
    in.message(
        field -> {
          switch (field) {
            case 1 -> consumed.add(in.text());
            case 2 -> produced.add(in.text());
            case 3, 4 -> nameAndType[field - 3] = in.text();
            case 5 -> addAttribute(attributes);
            default -> {}
          }
        });
    nodes.add(new Node(nameAndType[0], nameAndType[1], consumed, produced, attributes));
  }

  /** Takes a name with an integer (field 4) or a list of integers (field 8). */
  private void addAttribute(Map<String, List<Long>> attributes) throws IOException {
    var name = new String[] {""};
    var numbers = new ArrayList<Long>();
    in.message(
        field -> {
          if (field == 1) {
            name[0] = in.text();
          } else if (field == 8 || (field == 4 && !in.hasLength())) {
            in.integers(numbers::add);
          }
        });
    if (!numbers.isEmpty()) {
      attributes.put(name[0], numbers);
    }
  }

  private void addConstant() throws IOException {
    Initializer constant = Initializer.read(in);
    List<Integer> dims = constant.tensor().dims();
    if (dims.stream().mapToDouble(dim -> dim).reduce(1, (a, b) -> a * b)
        > ModelGraph.CONSTANT_LIMIT) {
      return;
    }
    var floats = new ArrayList<Float>();
    var integers = new ArrayList<Long>();
    in.message(
        constant.message(),
        field -> {
          switch (field) {
            case 2 -> in.floats(number -> floats.add((float) number));
            case 4 -> in.integers(integers::add);
            default -> {}
          }
        });
    constants.put(constant.tensor().name(), new Constant(dims, floats, integers));
  }
}
