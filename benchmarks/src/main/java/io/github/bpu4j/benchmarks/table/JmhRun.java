// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs JMH with short iterations and the allocation profiler. */
final class JmhRun {
  private JmhRun() {}

  /**
   * Returns the results of all matching benchmarks; JMH's output goes to a file.
   *
   * @param forks number of processes per benchmark
   * @param sizes of pictures, for the benchmarks that have some
   */
  static Collection<RunResult> of(String include, Effort effort, int forks, String... sizes)
      throws RunnerException, IOException {
    Files.createDirectories(TableRecorder.FOLDER);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(include)
            .addProfiler(GCProfiler.class)
            .forks(forks)
            .warmupIterations(effort.quick() ? 1 : 3)
            .measurementIterations(effort.quick() ? 1 : 4)
            .warmupTime(length(effort))
            .measurementTime(length(effort))
            .jvmArgsAppend("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
            .timeout(TimeValue.seconds(60))
            .shouldFailOnError(false)
            .output(
                TableRecorder.FOLDER
                    .resolve("jmh-" + include.replaceAll("\\W", "") + ".log")
                    .toString());
    if (sizes.length > 0) {
      options.param("size", sizes);
    }
    return new Runner(options.build()).run();
  }

  /** The benchmark method's own name. */
  static String method(RunResult result) {
    String name = result.getParams().getBenchmark();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Returns the bytes allocated per call; NaN if the profiler does not know. */
  @SuppressWarnings("rawtypes") // so JMH declares them
  static double allocated(RunResult result) {
    for (Map.Entry<String, Result> entry : result.getSecondaryResults().entrySet()) {
      if (entry.getKey().endsWith("gc.alloc.rate.norm")) {
        return entry.getValue().getScore();
      }
    }
    return Double.NaN;
  }

  private static TimeValue length(Effort effort) {
    return new TimeValue(effort.quick() ? 100 : 700, TimeUnit.MILLISECONDS);
  }
}
