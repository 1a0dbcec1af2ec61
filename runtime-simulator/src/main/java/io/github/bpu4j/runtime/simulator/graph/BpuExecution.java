// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import java.util.List;

/** Whatever computes nodes on the BPU. */
@FunctionalInterface
public interface BpuExecution {
  /**
   * Computes one node.
   *
   * @param inputs in the order of the node's
   * @param deadline of {@link System#nanoTime()}
   * @return the integers of each output, in the order of the node's, as many as it says
   */
  List<long[]> run(BpuNode node, List<Numbers> inputs, long deadline) throws SimulationException;
}
