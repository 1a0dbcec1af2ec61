// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How one model of a compiled file is computed: nodes on the BPU and on the CPU, and what flows
 * between them.
 *
 * @param nodes in the order of the file
 * @param inputs what the model consumes, in order
 * @param outputs what it produces, in order
 * @param values the values whose type and dimensions the file states, by name; inputs and outputs
 *     are among them
 * @param constants the constants of at most {@link #CONSTANT_LIMIT} numbers, by name: scales and
 *     shapes, but not the weights of large operators on the CPU
 * @param program the machine code of all nodes on the BPU; empty if there are none
 * @since 0.1.0
 */
public record ModelGraph(
    List<Node> nodes,
    List<Value> inputs,
    List<Value> outputs,
    Map<String, Value> values,
    Map<String, Constant> constants,
    Optional<Program> program) {
  /** Constants with more numbers are left out. */
  public static final int CONSTANT_LIMIT = 1 << 16;

  /** Copies the lists and maps and checks that nothing is null. */
  public ModelGraph {
    nodes = List.copyOf(nodes);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    values = Map.copyOf(values);
    constants = Map.copyOf(constants);
    Objects.requireNonNull(program, "program");
  }

  /**
   * One node.
   *
   * @param name the node's own name; for a node on the BPU also that of its part of the program
   * @param type what it computes, such as {@code Softmax}, or {@code BPU}
   * @param inputs names of the values and constants that it consumes, in order
   * @param outputs names of the values that it produces, in order
   * @param attributes its integer attributes by name, each a list of one or more
   * @since 0.1.0
   */
  public record Node(
      String name,
      String type,
      List<String> inputs,
      List<String> outputs,
      Map<String, List<Long>> attributes) {
    /** Copies the lists and the map and checks that nothing is null. */
    public Node {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
      attributes = Map.copyOf(attributes);
    }
  }

  /**
   * A value between nodes.
   *
   * @param name its name
   * @param type the number format of its elements
   * @param dims its dimensions as stored; -1 is one that is known only when the model runs
   * @since 0.1.0
   */
  public record Value(String name, ElementType type, List<Integer> dims) {
    /** Copies the list and checks that nothing is null. */
    public Value {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(type, "type");
      dims = List.copyOf(dims);
    }
  }

  /**
   * A constant.
   *
   * @param dims its dimensions
   * @param floats its numbers if they are floats, else empty
   * @param integers its numbers if they are integers, else empty
   * @since 0.1.0
   */
  public record Constant(List<Integer> dims, List<Float> floats, List<Long> integers) {
    /** Copies the lists. */
    public Constant {
      dims = List.copyOf(dims);
      floats = List.copyOf(floats);
      integers = List.copyOf(integers);
    }
  }

  /**
   * Machine code for the BPU inside a model file.
   *
   * @param file the model file
   * @param offset where in the file it begins
   * @param length its size in bytes
   * @since 0.1.0
   */
  public record Program(Path file, long offset, long length) {
    /** Checks that nothing is null or negative. */
    public Program {
      Objects.requireNonNull(file, "file");
      Objects.checkFromIndexSize(offset, length, Long.MAX_VALUE);
    }

    /**
     * Copies it as it is stored.
     *
     * @throws IOException if the file cannot be read or has become shorter
     */
    public void copyTo(OutputStream target) throws IOException {
      byte[] chunk = new byte[1 << 16];
      try (InputStream in = Files.newInputStream(file)) {
        in.skipNBytes(offset);
        for (long left = length; left > 0; ) {
          int count = in.read(chunk, 0, (int) Math.min(left, chunk.length));
          if (count < 0) {
            throw new EOFException(file + " became shorter while it was read");
          }
          target.write(chunk, 0, count);
          left -= count;
        }
      }
    }
  }

  /**
   * Reads the graph of one model.
   *
   * @param model its name
   * @throws ModelFileException if the file is not a compiled model, is damaged or lacks that model
   * @throws IOException if the file system cannot read it
   */
  public static ModelGraph read(Path file, String model) throws IOException {
    return ByteSource.open(file, source -> new CompiledReader(source).graph(file, model));
  }
}
