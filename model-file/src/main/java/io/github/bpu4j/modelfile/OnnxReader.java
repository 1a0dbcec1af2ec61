// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import io.github.bpu4j.modelfile.ModelFileException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads an ONNX model file. */
final class OnnxReader {
  private final ByteSource source;
  private final WireReader in;
  private final List<GraphNode> nodes = new ArrayList<>();
  private final Set<String> constants = new HashSet<>();
  private final List<Tensor> inputs = new ArrayList<>();
  private final List<Tensor> outputs = new ArrayList<>();
  private final Map<String, Long> opsets = new TreeMap<>();
  private final BuildRecord metadata = new BuildRecord();
  private long irVersion;
  private String producer = "";
  private String producerVersion = "";
  private String graphName = "";
  private boolean recognized;

  OnnxReader(ByteSource source) {
    this.source = source;
    this.in = new WireReader(source);
  }

  OnnxFile read() throws IOException {
    ForeignFormat.refuse(source);
    try {
      in.file(this::field);
    } catch (ModelFileException e) {
      throw recognized ? e : ForeignFormat.unknown(source);
    }
    if (outputs.isEmpty()) {
      throw recognized
          ? in.damaged("it holds no graph with an output")
          : ForeignFormat.unknown(source);
    }
    ReadingBudget.checkCount(outputs.size(), CompiledGraph.VALUE_LIMIT, "outputs");
    var origins = new ValueOrigins(nodes);
    return new OnnxFile(
        irVersion,
        (producer + ' ' + producerVersion).strip(),
        opsets,
        graphName,
        inputs.stream()
            .filter(input -> !constants.contains(input.name()))
            .map(input -> new OnnxFile.Input(input.name(), input.type(), input.dims()))
            .toList(),
        outputs.stream().map(output -> describe(output, origins)).toList(),
        nodes.size(),
        metadata.asMap());
  }

  private static OutputDescription describe(Tensor output, ValueOrigins origins) {
    return new OutputDescription(
        output.name(),
        output.type(),
        output.dims(),
        List.of(),
        origins.lastOperator(output.name()));
  }

  private void field(int field) throws IOException {
    boolean message = in.hasLength();
    if (message ? field == 5 : field == 2) {
      recognized = true;
      throw compiled();
    }
    recognized |= message && (field == 2 || field == 7 || field == 8);
    switch (field) {
      case 1 -> irVersion = in.integer();
      case 2 -> producer = in.text();
      case 3 -> producerVersion = in.text();
      case 7 -> in.message(this::graph);
      case 8 -> opset();
      case 14 -> metadata.addEntry(in);
      default -> {}
    }
  }

  private void graph(int field) throws IOException {
    switch (field) {
      case 1 -> nodes.add(GraphNode.read(in));
      case 2 -> graphName = in.text();
      case 5 -> constant();
      case 11 -> inputs.add(Tensor.readOnnx(in));
      case 12 -> outputs.add(Tensor.readOnnx(in));
      default -> {}
    }
  }

  private void constant() throws IOException {
    in.message(
        field -> {
          if (field == 8) {
            constants.add(in.text());
          }
        });
  }

  private void opset() throws IOException {
    var domain = new String[] {""};
    var version = new long[1];
    in.message(
        field -> {
          switch (field) {
            case 1 -> domain[0] = in.text();
            case 2 -> version[0] = in.integer();
            default -> {}
          }
        });
    opsets.put(domain[0].isEmpty() ? "ai.onnx" : domain[0], version[0]);
  }

  private static ModelFileException compiled() {
    return new ModelFileException(
        Reason.COMPILED, "it is a model compiled for a BPU, not an ONNX model");
  }
}
