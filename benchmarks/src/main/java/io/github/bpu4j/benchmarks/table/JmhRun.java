// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.util.List;
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
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A benchmark method in a process of its own, with the allocation profiler; measures its time and
 * the bytes that a call allocates.
 *
 * @param benchmark its class
 * @param method its name
 * @param parameters of the class, with the value of each
 */
record JmhRun(
    Class<?> benchmark, String method, Map<String, String> parameters, Jvm jvm, Effort effort)
    implements InTurn.Side {
  @Override
  public List<Double> measure() throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + benchmark.getSimpleName() + "\\." + method + "$")
            .addProfiler(GCProfiler.class)
            .forks(1)
            .warmupIterations(1)
            .warmupTime(millis(2000))
            .measurementIterations(effort.quick() ? 1 : 3)
            .measurementTime(millis(500))
            .jvm(jvm.java())
            .jvmArgsAppend("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
            .jvmArgsAppend(jvm.arguments().toArray(String[]::new))
            .timeout(TimeValue.seconds(60))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    parameters.forEach(options::param);
    RunResult result = new Runner(options.build()).runSingle();
    return List.of(result.getPrimaryResult().getScore(), allocated(result));
  }

  /** Returns the bytes allocated per call; NaN if the profiler does not know. */
  @SuppressWarnings("rawtypes") // so JMH declares them
  private static double allocated(RunResult result) {
    for (Map.Entry<String, Result> entry : result.getSecondaryResults().entrySet()) {
      if (entry.getKey().endsWith("gc.alloc.rate.norm")) {
        return entry.getValue().getScore();
      }
    }
    return Double.NaN;
  }

  private TimeValue millis(int full) {
    return new TimeValue(effort.quick() ? 100 : full, TimeUnit.MILLISECONDS);
  }
}
