// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.api.spi.ClassificationModel;
import io.github.bpu4j.api.spi.InferRequest;
import io.github.bpu4j.api.spi.LoadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instructions per inference under callgrind, stand-in included: the slope between a short and a
 * long run, so that starting and loading do not count.
 */
final class Instructions implements Section {
  private static final Pattern COLLECTED = Pattern.compile("Collected : (\\d+)");
  private static final int JAVA_SHORT = 40_000;

  private final Rows rows = new Rows("instructions", "who", "instructions an inference", "how");

  /** A program of its own: infers so many times with the scores read, on the stand-in. */
  static void infer(int count) {
    StandIn.timing(0, 0);
    try (ClassificationModel model =
            StandIn.runtime().load(StandIn.resnet18(), LoadOptions.defaults());
        InferRequest request = model.createRequest()) {
      float[] scores = new float[model.info().classes()];
      Duration timeout = Duration.ofSeconds(10);
      for (int i = 0; i < count; i++) {
        request.infer(timeout);
        request.readScores(scores);
      }
    }
  }

  @Override
  public void measure(Effort effort) throws Exception {
    int step = effort.quick() ? 500 : 5_000;
    rows.add("C client", (double) (client(2 * step) - client(step)) / step, "callgrind, " + step);
    if (!effort.quick()) {
      // Both runs are past the JVM's compilers; what these still do is in the figure.
      double instructions = (double) (java(2 * JAVA_SHORT) - java(JAVA_SHORT)) / JAVA_SHORT;
      rows.add("Java: inferAndReadScores", instructions, "callgrind, " + JAVA_SHORT);
    }
  }

  private static long client(int count) throws IOException, InterruptedException {
    return collected(
        List.of(
            NativeClient.PROGRAM.toString(),
            "latency",
            StandIn.resnet18().toString(),
            Integer.toString(count)),
        List.of());
  }

  private static long java(int count) throws IOException, InterruptedException {
    return collected(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=4",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Performance.class.getName(),
            "--infer",
            Integer.toString(count)),
        List.of("--smc-check=all-non-file"));
  }

  private static long collected(List<String> program, List<String> options)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("bpu4j-callgrind", ".out");
    Path control = Files.createTempFile("bpu4j-control", ".map");
    Files.delete(control);
    List<String> command = new ArrayList<>(List.of("valgrind", "--tool=callgrind"));
    command.add("--callgrind-out-file=" + file);
    command.addAll(options);
    command.addAll(program);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("BPU4J_STUB_TIMING", "0:0");
    builder.environment().put("BPU4J_STUB_CONTROL", control.toString());
    try {
      String said = Output.of(builder, 4, TimeUnit.MINUTES);
      Matcher collected = COLLECTED.matcher(said);
      if (!collected.find()) {
        throw new IOException("callgrind did not say what it counted: " + said);
      }
      return Long.parseLong(collected.group(1));
    } finally {
      Files.delete(file);
      Files.deleteIfExists(control);
    }
  }
}
