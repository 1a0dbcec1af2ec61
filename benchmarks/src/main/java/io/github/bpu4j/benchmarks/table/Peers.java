// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** The benchmarks of pixels, model files and a network: this library and named peers, one run. */
final class Peers implements Section {
  private static final String OURS = "bpu4j";

  private final TableRecorder rows =
      new TableRecorder(
          "peers", "benchmark", "case", "who", "time", "unit", "bytes allocated", "bpu4j / it");

  @Override
  public void measure(Effort effort) throws Exception {
    Map<String, List<RunResult>> groups = new TreeMap<>();
    List<RunResult> results = new ArrayList<>();
    results.addAll(JmhRun.of("(Camera|ModelFile|Resize)Benchmark", effort, 1, "PHOTO", "HD"));
    results.addAll(JmhRun.of("(EndToEnd|Decode)Benchmark", effort, 1));
    results.addAll(JmhRun.of("InferenceBenchmark", effort, effort.quick() ? 1 : 4));
    for (RunResult result : results) {
      groups.computeIfAbsent(group(result.getParams()), key -> new ArrayList<>()).add(result);
    }
    for (List<RunResult> group : groups.values()) {
      group.sort(Comparator.comparingDouble(Peers::score));
      double ours =
          group.stream()
              .filter(each -> isOurs(JmhRun.method(each)))
              .mapToDouble(Peers::score)
              .findFirst()
              .orElse(Double.NaN);
      for (RunResult each : group) {
        String method = JmhRun.method(each);
        rows.add(
            type(each.getParams()),
            parameters(each.getParams()),
            method,
            score(each),
            each.getPrimaryResult().getScoreUnit(),
            Math.round(JmhRun.allocated(each)),
            isOurs(method) ? "-" : TableRecorder.text(ours / score(each)));
      }
    }
  }

  private static boolean isOurs(String method) {
    return method.toLowerCase(Locale.ROOT).startsWith(OURS);
  }

  private static double score(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  private static String group(BenchmarkParams params) {
    return type(params) + " " + parameters(params);
  }

  private static String type(BenchmarkParams params) {
    String[] parts = params.getBenchmark().split("\\.", -1);
    return parts[parts.length - 2].replace("Benchmark", "");
  }

  private static String parameters(BenchmarkParams params) {
    List<String> values = params.getParamsKeys().stream().map(params::getParam).toList();
    return values.isEmpty() ? "-" : String.join(" ", values);
  }
}
