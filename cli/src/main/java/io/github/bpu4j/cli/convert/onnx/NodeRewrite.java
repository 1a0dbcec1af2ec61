// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Puts single nodes into the form of operator set 11.
 *
 * <p>Only forms whose meaning is the same by the definitions of ONNX are written: attributes of
 * newer versions are dropped where they hold their default, constant axes become attributes, and
 * HardSwish becomes HardSigmoid and a product.
 *
 * @param network that the nodes belong to
 */
record NodeRewrite(OnnxNetwork network) {
  /** The newest operators that the compiler takes. */
  static final int OPSET = 11;

  /** Operators whose inputs and attributes mean in operator set 11 what they mean later. */
  private static final Set<String> UNCHANGED =
      Set.of(
          "Abs",
          "Add",
          "ArgMax",
          "AveragePool",
          "BatchNormalization",
          "Cast",
          "Clip",
          "Concat",
          "Constant",
          "Conv",
          "ConvTranspose",
          "Div",
          "Elu",
          "Erf",
          "Exp",
          "Flatten",
          "Gather",
          "Gemm",
          "GlobalAveragePool",
          "GlobalMaxPool",
          "HardSigmoid",
          "Identity",
          "InstanceNormalization",
          "LeakyRelu",
          "Log",
          "MatMul",
          "Max",
          "MaxPool",
          "Min",
          "Mul",
          "Neg",
          "PRelu",
          "Pow",
          "Reciprocal",
          "Relu",
          "Reshape",
          "Shape",
          "Sigmoid",
          "Slice",
          "Softplus",
          "Sqrt",
          "Sub",
          "Tanh",
          "Transpose");

  /** Operators whose axes were an attribute and became an input. */
  private static final Map<String, String> AXES =
      Map.ofEntries(
          Map.entry("ReduceMean", "axes"),
          Map.entry("ReduceMax", "axes"),
          Map.entry("ReduceMin", "axes"),
          Map.entry("ReduceSum", "axes"),
          Map.entry("ReduceL2", "axes"),
          Map.entry("Squeeze", "axes"),
          Map.entry("Unsqueeze", "axes"),
          Map.entry("Split", "split"));

  /** Attributes that operator set 11 does not know, with the value that changes nothing. */
  private static final Map<String, Long> NEWER =
      Map.of(
          "training_mode", 0L,
          "allowzero", 0L,
          "saturate", 1L,
          "start", 0L,
          "noop_with_empty_axes", 0L);

  /** A node that has no such form. */
  static final class NotPossible extends Exception {
    private static final long serialVersionUID = 1;

    NotPossible(NetworkNode node, String reason) {
      super(node.text() + ": " + reason);
    }
  }

  /** Returns the nodes that take the place of one. */
  List<NetworkNode> of(NetworkNode node) throws IOException, NotPossible {
    if (node.operator().equals("HardSwish")) {
      return hardSwish(node);
    }
    if (network.opset() <= OPSET) {
      return List.of(node);
    }
    if (AXES.containsKey(node.operator())) {
      return List.of(withoutNewer(axesAsAttribute(node)));
    }
    return switch (node.operator()) {
      case "Softmax", "LogSoftmax" -> List.of(softmax(node));
      case "Dropout" -> List.of(node.withInputs(node.inputs().subList(0, 1)));
      default -> {
        if (!UNCHANGED.contains(node.operator())) {
          throw new NotPossible(node, "no form of it is known for operator set " + OPSET);
        }
        yield List.of(withoutNewer(node));
      }
    };
  }

  private static List<NetworkNode> hardSwish(NetworkNode node) {
    String input = node.inputs().get(0);
    String gate = node.outputs().get(0) + "/gate";
    NetworkNode sigmoid =
        new NetworkNode(
                node.name() + "/gate", "HardSigmoid", "", List.of(input), List.of(gate), List.of())
            .with("alpha", 1 / 6f)
            .with("beta", 0.5f);
    return List.of(
        sigmoid,
        new NetworkNode(node.name(), "Mul", "", List.of(input, gate), node.outputs(), List.of()));
  }

  private NetworkNode withoutNewer(NetworkNode node) throws IOException, NotPossible {
    NetworkNode older = node;
    for (Map.Entry<String, Long> newer : NEWER.entrySet()) {
      OptionalLong value = node.integer(newer.getKey());
      if (value.isPresent() && value.getAsLong() != newer.getValue()) {
        throw new NotPossible(
            node,
            newer.getKey() + "=" + value.getAsLong() + " is not known in operator set " + OPSET);
      }
      older = older.without(newer.getKey());
    }
    if (node.operator().equals("AveragePool") && node.has("dilations")) {
      if (node.integers("dilations").stream().anyMatch(step -> step != 1)) {
        throw new NotPossible(node, "dilations are not known in operator set " + OPSET);
      }
      older = older.without("dilations");
    }
    if (node.has("end") && node.operator().equals("Shape")) {
      throw new NotPossible(node, "end is not known in operator set " + OPSET);
    }
    return older;
  }

  private NetworkNode axesAsAttribute(NetworkNode node) throws IOException, NotPossible {
    if (node.has("num_outputs")) {
      throw new NotPossible(node, "num_outputs is not known in operator set " + OPSET);
    }
    if (node.inputs().size() < 2 || node.inputs().get(1).isEmpty()) {
      return node;
    }
    String attribute = String.valueOf(AXES.get(node.operator()));
    List<Long> axes = new ArrayList<>();
    if (network.constant(node.inputs().get(1)).isPresent()) {
      axes.addAll(network.constant(node.inputs().get(1)).get().integers());
    }
    if (axes.isEmpty()) {
      throw new NotPossible(node, "its " + attribute + " are calculated, expected constants");
    }
    return node.withInputs(node.inputs().subList(0, 1)).with(attribute, axes);
  }

  /**
   * Until operator set 12 a softmax flattens all axes from its own on, so that only the last axis
   * means the same.
   */
  private NetworkNode softmax(NetworkNode node) throws IOException, NotPossible {
    long axis = node.integer("axis").orElse(-1);
    int rank = rank(node);
    if (axis != -1 && axis != rank - 1) {
      throw new NotPossible(
          node,
          "axis "
              + axis
              + (rank == 0 ? " of a tensor of unknown rank" : " of " + rank)
              + " means something else in operator set "
              + OPSET
              + ", expected the last axis");
    }
    return node.with("axis", rank == 2 ? 1 : axis);
  }

  private int rank(NetworkNode node) {
    return network.header().outputs().stream()
        .filter(output -> node.outputs().contains(output.name()))
        .mapToInt(output -> output.shape().size())
        .findFirst()
        .orElse(0);
  }
}
