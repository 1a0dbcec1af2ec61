// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Comparison with DJL on the same model and frame, in separate processes: djl/probe.sh. */
final class Djl implements Section {
  /** What the row of a process's first answer is called. */
  static final String FIRST = "first answer after start, ms";

  /** What the row of a later answer is called; it also has the heap that an answer takes. */
  static final String LATER = "later answer, us";

  /** What the row of both in one process is called. */
  static final String TOGETHER = "later answer, one process, us";

  /** What the row of the size of all jars is called. */
  static final String JARS = "jars on disk, bytes";

  private static final Comparison NONE = Comparison.of(List.of(Double.NaN), List.of(Double.NaN));
  private static final String PEER = "DJL";

  private final Path script;
  private String frames = "";

  Djl(Path root) {
    script = root.resolve("benchmarks/djl/probe.sh");
  }

  @Override
  public void measure(Effort effort) throws Exception {
    InTurn rows = new InTurn("djl", effort);
    frames = effort.quick() ? "10" : "100";
    probe("build");
    List<Comparison> apart = rows.rounds(() -> probe("bpu4j"), () -> probe("djl"));
    if (apart.get(0).lowest() != 1 || apart.get(0).highest() != 1) {
      throw new IOException("bpu4j and DJL name different classes: " + apart.get(0));
    }
    rows.add(pairing(FIRST), apart.get(1), NONE);
    rows.add(pairing(LATER), apart.get(2), apart.get(3));
    double[] theirs = new double[1];
    List<Comparison> together =
        rows.rounds(
            () -> {
              List<Double> both = probe("both");
              theirs[0] = both.get(1);
              return both.subList(0, 1);
            },
            () -> List.of(theirs[0]));
    rows.add(pairing(TOGETHER), together.get(0), NONE);
    List<Double> jars = probe("jars");
    rows.add(pairing(JARS), Comparison.of(jars.subList(0, 1), jars.subList(1, 2)), NONE);
  }

  private static Pairing pairing(String what) {
    return new Pairing(what, "NV12 224x224", Jvm.own().name(), PEER);
  }

  /** Runs one side once; returns the numbers of its only line. */
  private List<Double> probe(String side) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(script.toString(), side, frames)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("BPU4J_SKIP_BUILD", "1");
    String said = ProgramRun.of(builder, Duration.ofMinutes(5)).outOfSuccess().strip();
    return said.isEmpty()
        ? Collections.emptyList()
        : Arrays.stream(said.split(" ", -1)).map(Double::valueOf).toList();
  }
}
