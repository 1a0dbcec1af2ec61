// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.onnx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * A node of a network's graph.
 *
 * @param name may be empty
 * @param operator such as {@code Conv}
 * @param domain of the operator; empty for ONNX's own
 * @param inputs names of values; an empty one is an input left out
 * @param outputs names of values
 * @param attributes as stored
 */
record NetworkNode(
    String name,
    String operator,
    String domain,
    List<String> inputs,
    List<String> outputs,
    List<ProtoMessage> attributes) {
  private static final int NAME = 1;
  private static final int INTEGER = 3;
  private static final int TENSOR = 5;
  private static final int INTEGERS = 8;
  private static final int TYPE = 20;
  private static final int TYPE_FLOAT = 1;
  private static final int TYPE_INTEGER = 2;
  private static final int TYPE_INTEGERS = 7;

  NetworkNode {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    attributes = List.copyOf(attributes);
  }

  static NetworkNode of(ProtoMessage node) throws IOException {
    return new NetworkNode(
        node.text(3), node.text(4), node.text(7), node.texts(1), node.texts(2), node.messages(5));
  }

  ProtoMessage toMessage() {
    List<ProtoField> fields = new ArrayList<>();
    inputs.forEach(each -> fields.add(ProtoField.text(1, each)));
    outputs.forEach(each -> fields.add(ProtoField.text(2, each)));
    fields.add(ProtoField.text(3, name));
    fields.add(ProtoField.text(4, operator));
    attributes.forEach(each -> fields.add(ProtoField.message(5, each)));
    if (!domain.isEmpty()) {
      fields.add(ProtoField.text(7, domain));
    }
    return new ProtoMessage(fields);
  }

  /** An attribute that is one integer; empty if it is not stored. */
  OptionalLong integer(String attribute) throws IOException {
    for (ProtoMessage each : attributes) {
      if (each.text(NAME).equals(attribute)) {
        return OptionalLong.of(each.integer(INTEGER, 0));
      }
    }
    return OptionalLong.empty();
  }

  /** An attribute that is a list of integers; empty if it is not stored. */
  List<Long> integers(String attribute) throws IOException {
    for (ProtoMessage each : attributes) {
      if (each.text(NAME).equals(attribute)) {
        return each.integers(INTEGERS);
      }
    }
    return List.of();
  }

  boolean has(String attribute) {
    return attributes.stream().anyMatch(each -> each.text(NAME).equals(attribute));
  }

  /** The tensor of a Constant node; empty for other nodes and other forms of constants. */
  List<Weights> constant() throws IOException {
    List<Weights> found = new ArrayList<>();
    if (operator.equals("Constant")) {
      for (ProtoMessage each : attributes) {
        for (ProtoMessage tensor : each.messages(TENSOR)) {
          found.add(Weights.of(outputs.get(0), tensor));
        }
      }
    }
    return found;
  }

  NetworkNode without(String attribute) {
    List<ProtoMessage> kept =
        attributes.stream().filter(each -> !each.text(NAME).equals(attribute)).toList();
    return new NetworkNode(name, operator, domain, inputs, outputs, kept);
  }

  NetworkNode with(String attribute, long value) {
    return without(attribute)
        .with(
            new ProtoMessage(
                List.of(
                    ProtoField.text(NAME, attribute),
                    ProtoField.integer(INTEGER, value),
                    ProtoField.integer(TYPE, TYPE_INTEGER))));
  }

  NetworkNode with(String attribute, float value) {
    return without(attribute)
        .with(
            new ProtoMessage(
                List.of(
                    ProtoField.text(NAME, attribute),
                    ProtoField.real(2, value),
                    ProtoField.integer(TYPE, TYPE_FLOAT))));
  }

  NetworkNode with(String attribute, List<Long> values) {
    List<ProtoField> fields = new ArrayList<>();
    fields.add(ProtoField.text(NAME, attribute));
    values.forEach(value -> fields.add(ProtoField.integer(INTEGERS, value)));
    fields.add(ProtoField.integer(TYPE, TYPE_INTEGERS));
    return without(attribute).with(new ProtoMessage(fields));
  }

  private NetworkNode with(ProtoMessage attribute) {
    List<ProtoMessage> more = new ArrayList<>(attributes);
    more.add(attribute);
    return new NetworkNode(name, operator, domain, inputs, outputs, more);
  }

  NetworkNode withInputs(List<String> names) {
    return new NetworkNode(name, operator, domain, names, outputs, attributes);
  }

  /** The node for messages: operator and name. */
  String text() {
    return operator + (name.isEmpty() ? "" : " '" + name + "'");
  }
}
