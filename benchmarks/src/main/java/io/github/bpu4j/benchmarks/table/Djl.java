// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.testsupport.ProgramRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comparison with DJL on the same model and frame, in separate processes: djl/compare.sh. */
final class Djl implements Section {
  private static final Pattern ROW =
      Pattern.compile("(?m)^(\\S.*?) {2,}(\\d+) +(\\d+) +([0-9.]+)$");
  private static final Pattern RUNTIMES =
      Pattern.compile("bpu4j onnxruntime-([0-9.]+), DJL onnxruntime-([0-9.]+)");

  private final Path root;
  private final TableRecorder rows =
      new TableRecorder("djl", "what", "bpu4j", "DJL", "bpu4j / DJL");

  Djl(Path root) {
    this.root = root;
  }

  @Override
  public void measure(Effort effort) throws Exception {
    String rounds = effort.quick() ? "1" : "5";
    String frames = effort.quick() ? "10" : "100";
    Path script = root.resolve("benchmarks/djl/compare.sh");
    ProcessBuilder builder =
        new ProcessBuilder(script.toString(), rounds, frames)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("BPU4J_SKIP_BUILD", "1");
    String said = ProgramRun.of(builder, Duration.ofMinutes(5)).outOfSuccess();
    Matcher runtimes = RUNTIMES.matcher(said);
    if (runtimes.find()) {
      rows.add("ONNX Runtime", runtimes.group(1), runtimes.group(2), "-");
    }
    Matcher row = ROW.matcher(said);
    while (row.find()) {
      rows.add(row.group(1), row.group(2), row.group(3), row.group(4));
    }
  }
}
