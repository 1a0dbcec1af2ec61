// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.testsupport.JavaProgram;
import java.util.ArrayList;
import java.util.List;

/**
 * Instructions per call under callgrind, including the stand-in: counted between two stops, so that
 * startup, class loading and warm-up are excluded.
 */
final class Instructions implements Section {
  private final TableRecorder rows =
      new TableRecorder("instructions", "who", "instructions per call", "over C", "calls counted");
  private int count;

  @Override
  public void measure(Effort effort) throws Exception {
    count = effort.quick() ? 300 : 2_000;
    double infer = add("C: infer", client(), Double.NaN);
    double scores = add("C: infer and scores", client("scores"), Double.NaN);
    add("Java: infer", java("infer"), infer);
    add("Java: inferAndReadScores", java("inferAndReadScores"), scores);
    add("Java: classifyFrame", java("classifyFrame"), scores);
  }

  private double add(String who, List<String> program, double reference) throws Exception {
    double instructions = (double) Callgrind.between(program) / count;
    rows.add(who, instructions, instructions - reference, count);
    return instructions;
  }

  private List<String> client(String... more) {
    List<String> program = new ArrayList<>();
    program.add(NativeClient.PROGRAM.toString());
    program.addAll(List.of("steady", StandIn.resnet18().toString(), Integer.toString(count)));
    program.addAll(List.of(more));
    return program;
  }

  /**
   * The compilers start early and are waited for, so that none runs while instructions are counted.
   */
  private List<String> java(String call) {
    return JavaProgram.command(
        List.of(
            "-Xbatch",
            "-XX:Tier4InvocationThreshold=300",
            "-XX:Tier4MinInvocationThreshold=100",
            "-XX:Tier4CompileThreshold=500",
            "-XX:Tier4BackEdgeThreshold=3000",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
        Steady.class,
        call,
        count);
  }
}
