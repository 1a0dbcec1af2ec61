// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.onnx;

import io.github.bpu4j.cli.language.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A network in the versions that the compiler takes: operator set 11 and file format 8.
 *
 * @param changes what was done, for messages; empty if nothing was
 * @param bytes the file; empty if it is not possible
 * @param obstacle why it is not possible; empty if it is
 */
public record OpsetRewrite(List<Text> changes, Optional<byte[]> bytes, Optional<String> obstacle) {
  /** The newest operators that the compiler takes. */
  public static final int OPSET = NodeRewrite.OPSET;

  /** The newest file format that the compiler takes. */
  public static final int IR_VERSION = 9;

  private static final int WRITTEN_IR_VERSION = 8;
  private static final int IR_FIELD = 1;
  private static final int GRAPH_FIELD = 7;
  private static final int OPSET_FIELD = 8;
  private static final int NODE_FIELD = 1;
  private static final int INITIALIZER_FIELD = 5;
  private static final int DIMS_FIELD = 1;

  /** Rewrites a network where it must be. */
  public static OpsetRewrite of(OnnxNetwork network) throws IOException {
    List<Text> changes = new ArrayList<>();
    ProtoMessage file = network.file();
    if (network.header().irVersion() > IR_VERSION) {
      changes.add(
          Text.of(
              "trap.ir-version",
              "file format %d written as %d",
              network.header().irVersion(),
              WRITTEN_IR_VERSION));
      file = file.with(ProtoField.integer(IR_FIELD, WRITTEN_IR_VERSION));
    }
    Set<String> bounds = clipBounds(network);
    if (!bounds.isEmpty()) {
      changes.add(
          Text.of(
              "trap.clip-bounds",
              "bounds of Clip, which are lists of one number, written as numbers"));
    }
    if (network.opset() > OPSET || !bounds.isEmpty()) {
      try {
        file = file.with(ProtoField.message(GRAPH_FIELD, graph(network, bounds)));
      } catch (NodeRewrite.NotPossible e) {
        return new OpsetRewrite(
            List.of(), Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
      }
    }
    if (network.opset() > OPSET) {
      file = withOpset(file);
      changes.add(
          Text.of("trap.opset-version", "operator set %d written as %d", network.opset(), OPSET));
    }
    return new OpsetRewrite(changes, Optional.of(file.toBytes()), Optional.empty());
  }

  /** The compiler takes no list of one number there, though ONNX Runtime does. */
  private static Set<String> clipBounds(OnnxNetwork network) {
    Set<String> bounds = new HashSet<>();
    for (NetworkNode node : network.nodes()) {
      if (node.operator().equals("Clip")) {
        node.inputs().stream()
            .skip(1)
            .filter(name -> network.constant(name).filter(Weights::isListOfOne).isPresent())
            .forEach(bounds::add);
      }
    }
    return bounds;
  }

  private static ProtoMessage graph(OnnxNetwork network, Set<String> bounds)
      throws IOException, NodeRewrite.NotPossible {
    NodeRewrite rewrite = new NodeRewrite(network);
    List<NetworkNode> nodes = new ArrayList<>();
    for (NetworkNode node : network.nodes()) {
      nodes.addAll(rewrite.of(node));
    }
    Set<String> before = inputs(network.nodes());
    before.removeAll(inputs(nodes));
    ProtoMessage graph = network.graph().without(field -> field.number() == NODE_FIELD);
    List<ProtoField> kept = new ArrayList<>();
    for (ProtoField field : graph.fields()) {
      String name = field.number() == INITIALIZER_FIELD ? Weights.of(field.message()).name() : "";
      if (bounds.contains(name)) {
        kept.add(ProtoField.message(INITIALIZER_FIELD, scalar(field.message())));
      } else if (!before.contains(name) || name.isEmpty()) {
        kept.add(field);
      }
    }
    return new ProtoMessage(OnnxNetwork.fields(nodes).toList()).with(kept);
  }

  private static ProtoMessage scalar(ProtoMessage tensor) {
    return tensor.without(field -> field.number() == DIMS_FIELD);
  }

  private static Set<String> inputs(List<NetworkNode> nodes) {
    Set<String> names = new HashSet<>();
    nodes.forEach(node -> names.addAll(node.inputs()));
    return names;
  }

  private static ProtoMessage withOpset(ProtoMessage file) throws IOException {
    List<ProtoField> imports = new ArrayList<>();
    for (ProtoMessage entry : file.messages(OPSET_FIELD)) {
      boolean own = entry.text(1).isEmpty() || entry.text(1).equals("ai.onnx");
      imports.add(
          ProtoField.message(OPSET_FIELD, own ? entry.with(ProtoField.integer(2, OPSET)) : entry));
    }
    return file.without(field -> field.number() == OPSET_FIELD).with(imports);
  }
}
