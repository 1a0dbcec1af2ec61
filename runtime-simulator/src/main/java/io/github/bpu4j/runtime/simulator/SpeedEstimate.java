// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.api.spi.PrivateFolder;
import io.github.bpu4j.modelfile.ModelGraph;
import io.github.bpu4j.modelfile.ModelGraph.Node;
import io.github.bpu4j.runtime.simulator.process.EstimatorRun;
import io.github.bpu4j.runtime.simulator.process.ProgramFile;
import io.github.bpu4j.runtime.simulator.program.Simulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How fast a board's BPU would run a model, as estimated by the vendor's compiler model.
 *
 * <p>It is the time of the BPU alone: nodes on the CPU, the driver, copies and preprocessing come
 * on top. The vendor's {@code hbdk-perf}, which lies beside {@code hbdk-sim}, computes it from the
 * BPU program without a picture. A model with several programs has the sum of their times.
 *
 * @param latencyMicros the time of one picture, in microseconds
 * @param framesPerSecond how many pictures one after another take a second
 * @param memoryBytes what one picture reads and writes of the board's memory, in bytes
 * @since 0.1.0
 */
public record SpeedEstimate(double latencyMicros, double framesPerSecond, long memoryBytes) {
  /** Says where the figures come from; show it with them. */
  public static final String ORIGIN = "estimated by the vendor's compiler model";

  private static final double MICROS = 1e6;

  /** Checks that all are above 0. */
  public SpeedEstimate {
    if (!(latencyMicros > 0) || !(framesPerSecond > 0) || memoryBytes <= 0) {
      throw new IllegalArgumentException(
          "an estimate of %s us, %s frames per second, %d bytes; expected more than 0"
              .formatted(latencyMicros, framesPerSecond, memoryBytes));
    }
  }

  /**
   * Estimates a model of a file.
   *
   * @param model its name
   * @return empty if this machine has no usable simulator with {@code hbdk-perf} beside it
   * @throws IOException if the file cannot be read or the vendor's program fails
   */
  public static Optional<SpeedEstimate> of(Path file, String model) throws IOException {
    Optional<Simulator> simulator = new SimulatorRuntime().finder().simulator();
    Optional<Path> estimator =
        simulator.isPresent() ? simulator.get().estimator() : Optional.empty();
    return estimator.isPresent()
        ? Optional.of(of(estimator.get(), ModelGraph.read(file, model)))
        : Optional.empty();
  }

  private static SpeedEstimate of(Path estimator, ModelGraph graph) throws IOException {
    List<String> parts =
        graph.nodes().stream().filter(node -> node.type().equals("BPU")).map(Node::name).toList();
    if (parts.isEmpty() || graph.program().isEmpty()) {
      throw new IOException("the model has no part that runs on the BPU");
    }
    double latency = 0;
    long memory = 0;
    try (ProgramFile program = ProgramFile.of(graph.program().get());
        PrivateFolder folder = PrivateFolder.fresh()) {
      EstimatorRun run = EstimatorRun.start(estimator, program, folder);
      for (String part : parts) {
        latency += run.figure(part, "latency (us)");
        memory += (long) run.figure(part, "DDR bytes per run");
      }
    }
    return new SpeedEstimate(latency, MICROS / latency, memory);
  }
}
