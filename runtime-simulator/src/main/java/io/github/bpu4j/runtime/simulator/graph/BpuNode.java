// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import io.github.bpu4j.modelfile.ModelGraph.Value;
import java.util.List;

/**
 * A node on the BPU.
 *
 * @param name its name, which is that of its part of the BPU program
 * @param inputs what it consumes, in order
 * @param outputs what it produces, in order: integers with known dimensions
 */
public record BpuNode(String name, List<Input> inputs, List<Value> outputs) {
  /** Copies the lists. */
  public BpuNode {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * One input.
   *
   * @param value the value's name
   * @param form how the simulator wants it
   * @param size the size to state, such as {@code 32x48}; empty where it must be left out
   */
  public record Input(String value, InputForm form, String size) {}

  /** The number of elements of an output. */
  public static int count(Value output) {
    return Dims.count(output.dims());
  }
}
