// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Computes a whole model.
 *
 * @param plan its nodes
 * @param bpu computes those on the BPU
 */
public record GraphRunner(GraphPlan plan, BpuExecution bpu) {
  /**
   * Computes all values from the model's inputs, on the calling thread.
   *
   * @param inputs by name: pictures, or floats and integers in the order of their dimensions
   * @param deadline of {@link System#nanoTime()}
   * @return every value by name, the inputs among them
   */
  public Map<String, Numbers> run(Map<String, Numbers> inputs, long deadline)
      throws SimulationException {
    Map<String, Numbers> values = new HashMap<>(inputs);
    for (GraphPlan.Step step : plan.steps()) {
      if (step instanceof GraphPlan.OnBpu onBpu) {
        runOnBpu(onBpu.node(), values, deadline);
      } else if (step instanceof GraphPlan.OnCpu onCpu) {
        values.put(onCpu.output(), onCpu.step().function().apply(value(values, onCpu.input())));
      }
    }
    return values;
  }

  private void runOnBpu(BpuNode node, Map<String, Numbers> values, long deadline)
      throws SimulationException {
    List<Numbers> inputs = new ArrayList<>();
    for (BpuNode.Input input : node.inputs()) {
      inputs.add(value(values, input.value()));
    }
    List<long[]> results = bpu.run(node, inputs, deadline);
    for (int i = 0; i < node.outputs().size(); i++) {
      values.put(node.outputs().get(i).name(), Numbers.integers(results.get(i)));
    }
  }

  private static Numbers value(Map<String, Numbers> values, String name) {
    return Objects.requireNonNull(values.get(name), () -> "no value " + name);
  }
}
