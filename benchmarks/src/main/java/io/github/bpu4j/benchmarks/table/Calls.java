// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.benchmarks.NativeCallBenchmark;
import java.util.List;
import java.util.Map;

/** The native call path: the Java runtime and a plain C client, with zero service time. */
final class Calls implements Section {
  @Override
  public void measure(Effort effort) throws Exception {
    InTurn rows = new InTurn("calls", effort);
    compare(rows, effort, "infer", "infer_median_ns");
    compare(rows, effort, "inferAndReadScores", "infer_and_scores_median_ns");
    compare(rows, effort, "classifyFrame", "infer_and_scores_median_ns");
  }

  private static void compare(InTurn rows, Effort effort, String method, String c)
      throws Exception {
    Jvm jvm = Jvm.own();
    int count = effort.quick() ? 5_000 : 100_000;
    rows.compare(
        new Pairing(method + ", ns", "-", jvm.name(), "C"),
        new JmhRun(NativeCallBenchmark.class, method, Map.of(), jvm, effort),
        () -> List.of(NativeClient.latency(count, 1).of(c), Double.NaN));
  }
}
