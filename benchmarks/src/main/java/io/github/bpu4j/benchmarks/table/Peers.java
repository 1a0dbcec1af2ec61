// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.benchmarks.InferenceBenchmark;
import io.github.bpu4j.benchmarks.ModelFileBenchmark;
import java.util.Map;

/** Pixels in memory, model files and a network, each beside its peer. */
final class Peers implements Section {
  /** What the row of a whole answer is called. */
  static final String CLASSIFY = "classify on a CPU, us";

  @Override
  public void measure(Effort effort) throws Exception {
    InTurn rows = new InTurn("peers", effort);
    Jvm jvm = Jvm.own();
    Pixels pixels = new Pixels(rows, effort);
    pixels.resize(jvm);
    pixels.camera(jvm);
    rows.compare(
        new Pairing(CLASSIFY, "NV12 224x224", jvm.name(), "ONNX Runtime"),
        new JmhRun(InferenceBenchmark.class, "bpu4j", Map.of(), jvm, effort),
        new JmhRun(InferenceBenchmark.class, "onnxRuntime", Map.of(), jvm, effort));
    facts(rows, effort, ".bin", "compiledFacts");
    facts(rows, effort, ".onnx", "onnxFacts");
  }

  private static void facts(InTurn rows, Effort effort, String kind, String method)
      throws Exception {
    Jvm jvm = Jvm.own();
    rows.compare(
        new Pairing("facts of a model file, us", kind, jvm.name(), "reading all bytes"),
        new JmhRun(ModelFileBenchmark.class, method, Map.of(), jvm, effort),
        new JmhRun(ModelFileBenchmark.class, "peerAllBytes", Map.of(), jvm, effort));
  }
}
