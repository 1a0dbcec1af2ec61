// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import io.github.bpu4j.modelfile.ElementType;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.ModelGraph;
import io.github.bpu4j.modelfile.ModelGraph.Node;
import io.github.bpu4j.modelfile.ModelGraph.Value;
import io.github.bpu4j.modelfile.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A model's nodes, each checked before anything runs, in an order in which they can run. */
public final class GraphPlan {
  private static final String BPU = "BPU";
  private static final String RESIZER = "resizer";

  /** One node to run: on the BPU, or on the CPU with the names of its input and output. */
  sealed interface Step {}

  record OnBpu(BpuNode node) implements Step {}

  record OnCpu(String input, String output, CpuStep step) implements Step {}

  private final ModelDescription model;
  private final ModelGraph graph;
  private final List<Step> steps = new ArrayList<>();
  private final Map<String, Value> known = new HashMap<>();

  private GraphPlan(ModelDescription model, ModelGraph graph) {
    this.model = model;
    this.graph = graph;
  }

  /**
   * Refuses a model with operators on the CPU that are not computed here.
   *
   * @throws GraphException if there are; the message lists them
   */
  public static void requireOperators(ModelDescription model) throws GraphException {
    List<Operator> unknown =
        model.cpuNodes().stream().filter(node -> CpuOperator.of(node.type()).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      throw new GraphException(
          "it leaves "
              + unknown.stream().map(Operator::type).distinct().collect(Collectors.joining(", "))
              + " on the CPU (nodes "
              + unknown.stream().limit(5).map(Operator::name).collect(Collectors.joining(", "))
              + (unknown.size() > 5 ? ", ..." : "")
              + "), of which only "
              + CpuOperator.list()
              + " are simulated; compile it so that the others run on the BPU, or use its .onnx");
    }
  }

  /**
   * Checks a model's graph.
   *
   * @throws GraphException if it cannot be computed
   */
  public static GraphPlan of(ModelDescription model, ModelGraph graph) throws GraphException {
    requireOperators(model);
    GraphPlan plan = new GraphPlan(model, graph);
    graph.inputs().forEach(input -> plan.known.put(input.name(), input));
    plan.arrange();
    for (Value output : graph.outputs()) {
      if (!plan.known.containsKey(output.name())) {
        throw new GraphException("no node computes the output " + output.name());
      }
    }
    return plan;
  }

  List<Step> steps() {
    return steps;
  }

  /** Takes the nodes in the file's order, putting off those whose input is not computed yet. */
  private void arrange() throws GraphException {
    List<Node> waiting = new ArrayList<>(graph.nodes());
    while (!waiting.isEmpty()) {
      List<Node> later = new ArrayList<>();
      for (Node node : waiting) {
        if (isReady(node)) {
          add(node);
        } else {
          later.add(node);
        }
      }
      if (later.size() == waiting.size()) {
        Node stuck = later.get(0);
        throw new GraphException(stuck, "consumes what no node computes: " + stuck.inputs());
      }
      waiting = later;
    }
  }

  private boolean isReady(Node node) {
    return node.type().equals(BPU)
        ? known.keySet().containsAll(node.inputs())
        : node.inputs().isEmpty() || known.containsKey(node.inputs().get(0));
  }

  private void add(Node node) throws GraphException {
    boolean onBpu = node.type().equals(BPU);
    if (node.inputs().isEmpty()
        || node.outputs().isEmpty()
        || (!onBpu && node.outputs().size() > 1)) {
      throw new GraphException(
          node,
          "has %d inputs and %d outputs".formatted(node.inputs().size(), node.outputs().size()));
    }
    if (onBpu) {
      addOnBpu(node);
    } else {
      addOnCpu(node);
    }
  }

  private void addOnCpu(Node node) throws GraphException {
    String input = node.inputs().get(0);
    String output = node.outputs().get(0);
    Value from = known.get(input);
    NodeFacts facts = new NodeFacts(node, Objects.requireNonNull(from), graph);
    if (Dims.count(facts.input().dims()) < 0) {
      throw facts.problem("takes dimensions %s".formatted(facts.input().dims()));
    }
    CpuStep step = CpuOperator.of(node.type()).orElseThrow().prepare(facts);
    Optional<Value> stated = facts.stated();
    if (stated.isPresent()
        && (!stated.get().dims().equals(step.dims()) || stated.get().type() != step.type())) {
      throw facts.problem(
          "gives %s %s, but the file states %s %s"
              .formatted(step.type(), step.dims(), stated.get().type(), stated.get().dims()));
    }
    define(node, new Value(output, step.type(), step.dims()));
    steps.add(new OnCpu(input, output, step));
  }

  private void addOnBpu(Node node) throws GraphException {
    List<BpuNode.Input> inputs = new ArrayList<>();
    for (String input : node.inputs()) {
      inputs.add(bpuInput(node, input));
    }
    List<Value> outputs = new ArrayList<>();
    for (String output : node.outputs()) {
      Value stated = graph.values().get(output);
      if (stated == null || Dims.count(stated.dims()) < 0 || !isBpuOutput(stated.type())) {
        throw new GraphException(node, "has the output %s, stated as %s".formatted(output, stated));
      }
      outputs.add(stated);
      define(node, stated);
    }
    steps.add(new OnBpu(new BpuNode(node.name(), inputs, outputs)));
  }

  private static boolean isBpuOutput(ElementType type) {
    return type == ElementType.INT8 || type == ElementType.INT16 || type == ElementType.INT32;
  }

  private BpuNode.Input bpuInput(Node node, String name) throws GraphException {
    for (InputDescription input : model.inputs()) {
      if (input.name().equals(name)) {
        InputForm form =
            InputForm.of(input.type())
                .orElseThrow(
                    () ->
                        new GraphException(
                            node, "takes an input of type %s".formatted(input.type())));
        boolean resized = model.inputSource(name).filter(RESIZER::equals).isPresent();
        String size = resized ? input.height() + "x" + input.width() : "";
        return new BpuNode.Input(name, form, size);
      }
    }
    Value value = Objects.requireNonNull(known.get(name));
    if (value.type() != ElementType.INT8) {
      throw new GraphException(
          node, "takes %s from another node, expected INT8".formatted(value.type()));
    }
    return new BpuNode.Input(name, InputForm.NUMBERS, "");
  }

  private void define(Node node, Value value) throws GraphException {
    if (known.putIfAbsent(value.name(), value) != null) {
      throw new GraphException(node, "computes " + value.name() + ", which exists already");
    }
  }
}
