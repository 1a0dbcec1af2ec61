// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.ModelFile;
import io.github.bpu4j.modelfile.ModelGraph;
import io.github.bpu4j.runtime.simulator.graph.BpuExecution;
import io.github.bpu4j.runtime.simulator.graph.GraphException;
import io.github.bpu4j.runtime.simulator.graph.GraphPlan;
import io.github.bpu4j.runtime.simulator.graph.GraphRunner;
import io.github.bpu4j.runtime.simulator.graph.Numbers;
import io.github.bpu4j.runtime.simulator.process.BpuSimulator;
import io.github.bpu4j.runtime.simulator.process.ProgramFile;
import io.github.bpu4j.runtime.simulator.process.RunningPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Computes models that are not classifiers of one picture, which a runtime refuses to open. */
record SimulatedGraph(ModelDescription model, ModelGraph graph, GraphPlan plan) {
  private static final Duration AMPLE = Duration.ofSeconds(30);

  static SimulatedGraph of(Path file) throws IOException, GraphException {
    ModelDescription model = ModelFile.read(file).models().get(0);
    ModelGraph graph = ModelGraph.read(file, model.name());
    return new SimulatedGraph(model, graph, GraphPlan.of(model, graph));
  }

  /** All values, with the nodes on the BPU computed by a program. */
  Map<String, Numbers> run(Path program, Map<String, Numbers> inputs) throws Exception {
    try (ProgramFile code = ProgramFile.of(graph.program().orElseThrow())) {
      return run(new BpuSimulator(program.toString(), code, new RunningPrograms()), inputs);
    }
  }

  /** All values, with the nodes on the BPU computed as given. */
  Map<String, Numbers> run(BpuExecution bpu, Map<String, Numbers> inputs) throws Exception {
    return new GraphRunner(plan, bpu).run(inputs, System.nanoTime() + AMPLE.toNanos());
  }
}
