// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.process;

import io.github.bpu4j.api.spi.PrivateFolder;
import io.github.bpu4j.runtime.simulator.graph.BpuExecution;
import io.github.bpu4j.runtime.simulator.graph.BpuNode;
import io.github.bpu4j.runtime.simulator.graph.Numbers;
import io.github.bpu4j.runtime.simulator.graph.SimulationException;
import io.github.bpu4j.runtime.simulator.graph.SimulationException.Cause;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes nodes on the BPU with {@code hbdk-sim}: a process and a folder of its own for each
 * picture and node.
 *
 * <p>Files are read and written without channels, which an interrupt of the thread would close.
 *
 * @param command starts the program
 * @param program the model's BPU program
 * @param running where its processes are noted
 */
public record BpuSimulator(String command, ProgramFile program, RunningPrograms running)
    implements BpuExecution {
  private static final Logger LOG = LoggerFactory.getLogger(BpuSimulator.class);

  @Override
  public List<long[]> run(BpuNode node, List<Numbers> inputs, long deadline)
      throws SimulationException {
    try (PrivateFolder folder = PrivateFolder.fresh()) {
      List<String> files = write(folder, node, inputs);
      if (running.isEnded()) {
        throw new SimulationException(Cause.CLOSED, "it was not started");
      }
      VendorProcess process = running.start(arguments(node, files), folder);
      try (process) {
        return result(process, folder, node, deadline);
      } finally {
        running.remove(process);
      }
    } catch (IOException e) {
      throw new SimulationException(
          running.isEnded() ? Cause.CLOSED : Cause.FAILED,
          "hbdk-sim on " + node.name() + ": " + e.getMessage());
    }
  }

  private List<long[]> result(
      VendorProcess process, PrivateFolder folder, BpuNode node, long deadline)
      throws IOException, SimulationException {
    if (!process.awaitEnd(deadline)) {
      throw new SimulationException(Cause.LATE, "hbdk-sim still ran on " + node.name());
    }
    if (process.exit() != 0) {
      String errors = process.errors();
      LOG.debug("hbdk-sim on {} wrote\n{}\n{}", node.name(), errors, process.output());
      throw new IOException(ExitText.of(process.exit(), errors));
    }
    return ResultFiles.read(folder.path(), node);
  }

  private static List<String> write(PrivateFolder folder, BpuNode node, List<Numbers> inputs)
      throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      BpuNode.Input input = node.inputs().get(i);
      for (byte[] content : input.form().files(inputs.get(i))) {
        String name = "in" + names.size() + input.form().ending();
        try (OutputStream out = new FileOutputStream(folder.resolve(name).toFile())) {
          out.write(content);
        }
        names.add(name);
      }
    }
    return names;
  }

  /**
   * Inputs and results are named within the current folder, because a comma in a path would divide
   * it. A size is stated only where the program has none: with one, widths that are not multiples
   * of 16 fail.
   */
  private List<String> arguments(BpuNode node, List<String> files) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                "--memory",
                Integer.toString(program.memoryMegabytes()),
                "-f",
                program.path().toString(),
                "-n",
                node.name(),
                "-i",
                String.join(",", files),
                "-o",
                "."));
    String sizes = node.inputs().stream().map(BpuNode.Input::size).collect(Collectors.joining(","));
    if (node.inputs().stream().anyMatch(input -> !input.size().isEmpty())) {
      arguments.addAll(List.of("--yuv-size", sizes));
    }
    return arguments;
  }
}
