// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Instructions per inference under callgrind, stand-in included: the slope between a short and a
 * long run, so that starting and loading do not count. A JVM is too slow under callgrind to count.
 */
final class Instructions implements Section {
  private static final Pattern COLLECTED = Pattern.compile("Collected : (\\d+)");

  private final Rows rows = new Rows("instructions", "who", "instructions an inference", "how");

  @Override
  public void measure(Effort effort) throws Exception {
    int step = effort.quick() ? 500 : 5_000;
    rows.add("C client", (double) (client(2 * step) - client(step)) / step, "callgrind, " + step);
  }

  private static long client(int count) throws IOException, InterruptedException {
    return collected(
        List.of(
            NativeClient.PROGRAM.toString(),
            "latency",
            StandIn.resnet18().toString(),
            Integer.toString(count)));
  }

  private static long collected(List<String> program) throws IOException, InterruptedException {
    Path file = Files.createTempFile("bpu4j-callgrind", ".out");
    Path control = Files.createTempFile("bpu4j-control", ".map");
    Files.delete(control);
    List<String> command = new ArrayList<>(List.of("valgrind", "--tool=callgrind"));
    command.add("--callgrind-out-file=" + file);
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
