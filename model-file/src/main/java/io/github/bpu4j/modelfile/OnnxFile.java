// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an ONNX model file says in its header and graph; weights are skipped.
 *
 * <p>The numbers of the fields are those of the published {@code onnx.proto}.
 *
 * @param irVersion the version of the file format
 * @param producer what wrote the file, with its version where given; may be empty
 * @param opsets the operator sets used, by domain; {@code ai.onnx} is the default one
 * @param graphName the graph's name; may be empty
 * @param inputs what the graph consumes, without constants, in order
 * @param outputs what the graph produces, in order; without scales
 * @param nodes the number of nodes in the graph
 * @param metadata key and value pairs of the producer, sorted by key
 * @since 0.1.0
 */
public record OnnxFile(
    long irVersion,
    String producer,
    Map<String, Long> opsets,
    String graphName,
    List<Input> inputs,
    List<OutputDescription> outputs,
    int nodes,
    Map<String, String> metadata) {
  /** Checks that nothing is null and copies the lists and maps. */
  public OnnxFile {
    Objects.requireNonNull(producer, "producer");
    opsets = Map.copyOf(opsets);
    Objects.requireNonNull(graphName, "graphName");
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    metadata = new BuildRecord(metadata).asMap();
  }

  /**
   * One input of the graph.
   *
   * @param name the input's name
   * @param type the number format of its elements
   * @param shape its dimensions; -1 is a dimension that is known only when the model runs
   * @since 0.1.0
   */
  public record Input(String name, ElementType type, List<Integer> shape) {
    /** Checks that nothing is null and copies the list. */
    public Input {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
      shape = List.copyOf(shape);
    }
  }

  /**
   * Reads a file.
   *
   * @throws ModelFileException if it is not an ONNX model or is damaged
   * @throws IOException if the file system cannot read it
   */
  public static OnnxFile read(Path file) throws IOException {
    return ByteSource.open(file, source -> new OnnxReader(source).read());
  }
}
