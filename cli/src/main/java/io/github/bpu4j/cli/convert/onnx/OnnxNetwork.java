// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.onnx;

import io.github.bpu4j.cli.info.model.FileFacts;
import io.github.bpu4j.cli.info.model.OnnxModel;
import io.github.bpu4j.modelfile.OnnxFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The graph of an .onnx file, with what it computes and with what numbers. */
public final class OnnxNetwork {
  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int INITIALIZER = 5;
  private static final Set<String> ARITHMETIC = Set.of("Add", "Sub", "Mul", "Div");

  private final Path path;
  private final OnnxFile header;
  private final ProtoMessage file;
  private final List<NetworkNode> nodes = new ArrayList<>();
  private final Map<String, Weights> constants = new HashMap<>();

  private OnnxNetwork(Path path, OnnxFile header, ProtoMessage file) throws IOException {
    this.path = path;
    this.header = header;
    this.file = file;
    ProtoMessage graph = graph();
    for (ProtoMessage node : graph.messages(NODE)) {
      nodes.add(NetworkNode.of(node));
    }
    for (ProtoMessage tensor : graph.messages(INITIALIZER)) {
      keep(Weights.of(tensor));
    }
    for (NetworkNode node : nodes) {
      node.constant().forEach(this::keep);
    }
  }

  private void keep(Weights weights) {
    constants.put(weights.name(), weights);
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read, is not an .onnx file or is damaged
   */
  public static OnnxNetwork read(Path path) throws IOException {
    OnnxFile header = OnnxFile.read(path);
    if (Files.size(path) > Integer.MAX_VALUE) {
      throw new IOException(path + ": larger than 2 GiB; store its weights in a file of their own");
    }
    try {
      ProtoMessage file = ProtoMessage.parse(ByteBuffer.wrap(Files.readAllBytes(path)));
      return new OnnxNetwork(path, header, file);
    } catch (IOException e) {
      throw new IOException(path + " is not usable: " + e.getMessage(), e);
    }
  }

  /** The file that was read. */
  public Path path() {
    return path;
  }

  /** Versions, inputs and outputs. */
  public OnnxFile header() {
    return header;
  }

  /** What the file says of how a picture gets in and what comes out. */
  public FileFacts facts(Optional<String> output) {
    return FileFacts.of(new OnnxModel(header), output);
  }

  /** The version of ONNX's own operators; 0 if the file does not say. */
  public long opset() {
    return header.opsets().getOrDefault("ai.onnx", 0L);
  }

  ProtoMessage file() {
    return file;
  }

  ProtoMessage graph() throws IOException {
    return file.last(GRAPH).orElseThrow(() -> new IOException("it holds no graph")).message();
  }

  List<NetworkNode> nodes() {
    return nodes;
  }

  Optional<Weights> constant(String name) {
    return Optional.ofNullable(constants.get(name));
  }

  /** The operators used, in the order of the graph. */
  public Set<String> operators() {
    Set<String> operators = new LinkedHashSet<>();
    nodes.forEach(node -> operators.add(node.operator()));
    return operators;
  }

  /** Nodes of an operator, for messages. */
  public Optional<String> node(String operator) {
    return nodes.stream()
        .filter(node -> node.operator().equals(operator))
        .map(NetworkNode::text)
        .findFirst();
  }

  /** The nodes whose operators are not ONNX's own, for messages. */
  public List<String> foreignNodes() {
    return nodes.stream()
        .filter(node -> !node.domain().isEmpty() && !node.domain().equals("ai.onnx"))
        .map(node -> node.text() + " of " + node.domain())
        .toList();
  }

  /** The operator that computes an output, past nodes that only pass it on. */
  public Optional<String> lastOperator(String output) {
    String value = output;
    for (int i = nodes.size() - 1; i >= 0; i--) {
      NetworkNode node = nodes.get(i);
      if (node.outputs().contains(value)) {
        if (!Set.of("Reshape", "Identity", "Flatten", "Squeeze", "Cast").contains(node.operator())
            || node.inputs().isEmpty()) {
          return Optional.of(node.operator());
        }
        value = node.inputs().get(0);
      }
    }
    return Optional.empty();
  }

  /**
   * The nodes that calculate with the picture before any layer does, each with constants: a
   * normalization inside the graph. For messages, in order.
   */
  public List<String> leadingNormalization() {
    List<String> found = new ArrayList<>();
    String value = header.inputs().isEmpty() ? "" : header.inputs().get(0).name();
    for (NetworkNode node : nodes) {
      if (!node.inputs().contains(value)) {
        continue;
      }
      if (isNormalization(node, value)) {
        found.add(node.text());
      } else if (!Set.of("Transpose", "Cast", "Identity").contains(node.operator())) {
        return found;
      }
      value = node.outputs().isEmpty() ? "" : node.outputs().get(0);
    }
    return found;
  }

  private boolean isNormalization(NetworkNode node, String picture) {
    return node.operator().equals("BatchNormalization")
        || (ARITHMETIC.contains(node.operator())
            && node.inputs().stream()
                .filter(each -> !each.equals(picture))
                .allMatch(constants::containsKey));
  }

  /** The type of the first weights that are half precision or double precision, if any. */
  public Optional<String> unusualWeights() {
    return constants.values().stream()
        .filter(each -> each.type() == Weights.FLOAT16 || each.type() == Weights.DOUBLE)
        .map(each -> each.name() + (each.type() == Weights.DOUBLE ? " (float64)" : " (float16)"))
        .min(String::compareTo);
  }

  /** The weights that hold a number that is not finite. */
  public List<String> brokenWeights() {
    return constants.values().stream()
        .filter(each -> !each.isFinite())
        .map(Weights::name)
        .sorted()
        .toList();
  }

  /** The files that hold weights, as named in the network. */
  public List<String> externalFiles() throws IOException {
    Set<String> files = new LinkedHashSet<>();
    for (Weights each : constants.values()) {
      each.externalFile().ifPresent(files::add);
    }
    return files.stream().sorted().toList();
  }

  /** The file's bytes. */
  public byte[] toBytes() {
    return file.toBytes();
  }

  static Stream<ProtoField> fields(List<NetworkNode> nodes) {
    return nodes.stream().map(node -> ProtoField.message(NODE, node.toMessage()));
  }
}
