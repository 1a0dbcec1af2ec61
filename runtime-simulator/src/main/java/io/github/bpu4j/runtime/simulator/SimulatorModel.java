// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.CloseGuard;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.runtime.simulator.graph.GraphPlan;
import io.github.bpu4j.runtime.simulator.graph.GraphRunner;
import io.github.bpu4j.runtime.simulator.process.BpuSimulator;
import io.github.bpu4j.runtime.simulator.process.ProgramFile;
import io.github.bpu4j.runtime.simulator.process.RunningPrograms;
import io.github.bpu4j.runtime.simulator.program.Simulator;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A model whose BPU programs are simulated.
 *
 * <p>Memory: the model owns the folder with its BPU program, which is removed when no process can
 * read it any more. Closing waits for pictures in flight, then ends their processes.
 */
final class SimulatorModel implements ClassificationModel {
  /** How long the calls whose processes were ended may take to return. */
  private static final Duration LAST_FOLDERS = Duration.ofSeconds(2);

  private final ModelInfo info;
  private final ScoreOutput scores;
  private final ProgramFile program;
  private final GraphRunner runner;
  private final CloseGuard guard;
  private final Set<SimulatorRequest> requests = ConcurrentHashMap.newKeySet();

  SimulatorModel(
      GraphPlan plan,
      ModelInfo info,
      ScoreOutput scores,
      Simulator simulator,
      ProgramFile program,
      Duration closeTimeout) {
    this.info = info;
    this.scores = scores;
    this.program = program;
    RunningPrograms running = new RunningPrograms();
    this.runner =
        new GraphRunner(plan, new BpuSimulator(simulator.program().toString(), program, running));
    this.guard =
        new CloseGuard(
            "model " + info.name(), closeTimeout, running::endAll, LAST_FOLDERS, this::free);
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public InferRequest createRequest() {
    guard.enter();
    try {
      SimulatorRequest request = new SimulatorRequest(this, runner, scores);
      requests.add(request);
      return request;
    } finally {
      guard.leave();
    }
  }

  CloseGuard guard() {
    return guard;
  }

  void forget(SimulatorRequest request) {
    requests.remove(request);
  }

  @Override
  public void close() {
    guard.close();
  }

  private void free() {
    requests.forEach(SimulatorRequest::close);
    program.close();
  }

  @Override
  public String toString() {
    return guard.toString();
  }
}
