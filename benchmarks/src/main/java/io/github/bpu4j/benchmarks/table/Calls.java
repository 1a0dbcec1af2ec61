// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import org.openjdk.jmh.results.RunResult;

/** The native call path: a plain C client and the Java runtime, with zero service time. */
final class Calls implements Section {
  private final TableRecorder rows =
      new TableRecorder("calls", "who", "ns", "error ns", "over C us", "bytes allocated");

  @Override
  public void measure(Effort effort) throws Exception {
    int count = effort.quick() ? 5_000 : 100_000;
    NativeClient.Answer c = NativeClient.latency(count, 9);
    double infer = c.of("infer_median_ns");
    double scores = c.of("infer_and_scores_median_ns");
    rows.add("C: infer", infer, infer - c.of("infer_best_ns"), "-", "-");
    rows.add("C: infer and scores", scores, scores - c.of("infer_and_scores_best_ns"), "-", "-");
    for (RunResult result : JmhRun.of("NativeCallBenchmark", effort, 1)) {
      add(result, infer, scores);
    }
  }

  private void add(RunResult result, double infer, double scores) throws IOException {
    String method = JmhRun.method(result);
    double nanos = result.getPrimaryResult().getScore();
    rows.add(
        "Java: " + method,
        nanos,
        result.getPrimaryResult().getScoreError(),
        (nanos - (method.equals("infer") ? infer : scores)) / 1000,
        Math.round(JmhRun.allocated(result)));
  }
}
