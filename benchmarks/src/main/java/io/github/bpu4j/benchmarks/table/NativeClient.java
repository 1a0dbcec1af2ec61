// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs the plain C program on the same stand-in, in its own process. */
final class NativeClient {
  /** The program that {@code build-client.sh} built. */
  static final Path PROGRAM = Path.of(System.getProperty("bpu4j.client", "target/client"));

  private NativeClient() {}

  /** Returns the program's output: names and numbers. */
  record Answer(Map<String, Double> numbers) {
    double of(String name) {
      return numbers.getOrDefault(name, Double.NaN);
    }
  }

  /**
   * Returns nanoseconds per call with zero service time: {@code infer_*_ns} and {@code
   * infer_and_scores_*_ns}.
   */
  static Answer latency(int count, int rounds) throws IOException, InterruptedException {
    return run(0, 0, "latency", Integer.toString(count), Integer.toString(rounds));
  }

  /** Returns pictures per second ({@code fps}) and {@code mean_ms} with a number of threads. */
  static Answer throughput(double serviceMs, double outsideMs, int threads, double seconds)
      throws IOException, InterruptedException {
    return run(
        serviceMs, outsideMs, "throughput", Integer.toString(threads), Double.toString(seconds));
  }

  private static Answer run(double serviceMs, double outsideMs, String command, String... arguments)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(PROGRAM.toString(), command));
    line.add(StandIn.resnet18().toString());
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder
        .environment()
        .put("BPU4J_STUB_TIMING", String.format(Locale.ROOT, "%f:%f", serviceMs, outsideMs));
    Path control = Files.createTempFile("bpu4j-control", ".map");
    Files.delete(control);
    builder.environment().put("BPU4J_STUB_CONTROL", control.toString());
    try {
      return answer(ProgramRun.of(builder).outOfSuccess());
    } finally {
      Files.deleteIfExists(control);
    }
  }

  private static Answer answer(String output) throws IOException {
    Map<String, Double> numbers = new HashMap<>();
    for (String line : output.lines().toList()) {
      String[] words = line.split(" ", -1);
      if (words.length != 2) {
        throw new IOException(PROGRAM + " said: " + output);
      }
      numbers.put(words[0], Double.valueOf(words[1]));
    }
    return new Answer(numbers);
  }
}
