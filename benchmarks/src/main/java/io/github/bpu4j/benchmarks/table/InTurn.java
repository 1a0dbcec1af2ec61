// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import io.github.bpu4j.benchmarks.FirstPicture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Compares decoding JPEG, or resizing pixels in memory, with OpenCV on a machine that is not quiet:
 * both run right after each other in processes of their own, round after round, and the median of
 * the rounds' ratios counts. The first picture of a JVM is timed last, eleven times.
 */
@Command(name = "benchmarks/jpeg.sh", mixinStandardHelpOptions = true, sortOptions = false)
public final class InTurn implements Callable<Integer> {
  private static final int STARTS = 11;

  @Option(names = "--rounds", defaultValue = "5", description = "Default ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(names = "--java", paramLabel = "PATH", description = "The JVM to measure.")
  private String java = System.getProperty("java.home") + "/bin/java";

  @Option(names = "--jvm-arg", paramLabel = "ARG", description = "For the JVM to measure.")
  private List<String> jvmArgs = List.of();

  @Option(
      names = "--benchmarks",
      split = ",",
      defaultValue = "EndToEnd,Decode",
      description = "Also Resize, with PHOTO, HD and STILL.")
  private List<String> benchmarks = List.of();

  @Option(names = "--files", split = ",", defaultValue = "PHOTO,PHOTOS,HD,STILL,PROGRESSIVE")
  private List<String> files = List.of();

  @Option(names = "--seconds", defaultValue = "5", description = "Measured in each process.")
  private int seconds;

  /** Runs the command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new InTurn()).execute(arguments));
  }

  @Override
  public Integer call() throws RunnerException, IOException, InterruptedException {
    System.out.println("benchmark\tfiles\tbpu4j us\tOpenCV us\tratio\tlowest\thighest\tbytes");
    for (String benchmark : benchmarks) {
      for (String set : files) {
        System.out.println(compare(benchmark, set));
      }
    }
    List<Double> first = FirstPicture.times(STARTS, java, jvmArgs);
    System.out.printf(Locale.ROOT, "first picture, ms\t%.1f%n", median(first));
    return 0;
  }

  private String compare(String benchmark, String set) throws RunnerException {
    List<Double> ours = new ArrayList<>();
    List<Double> peers = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    double bytes = 0;
    for (int round = 0; round < rounds; round++) {
      RunResult own = run(benchmark, set, "bpu4j");
      double peer = run(benchmark, set, "openCv").getPrimaryResult().getScore();
      bytes = JmhRun.allocated(own);
      ours.add(own.getPrimaryResult().getScore());
      peers.add(peer);
      ratios.add(own.getPrimaryResult().getScore() / peer);
    }
    return String.format(
        Locale.ROOT,
        "%s\t%s\t%.0f\t%.0f\t%.3f\t%.3f\t%.3f\t%.0f",
        benchmark,
        set,
        median(ours),
        median(peers),
        median(ratios),
        ratios.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN),
        ratios.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN),
        bytes);
  }

  private RunResult run(String benchmark, String set, String who) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + benchmark + "Benchmark\\." + who + "$")
            .param(benchmark.equals("Resize") ? "size" : "files", set)
            .addProfiler(GCProfiler.class)
            .forks(1)
            .warmupIterations(5)
            .warmupTime(new TimeValue(1, TimeUnit.SECONDS))
            .measurementIterations(seconds)
            .measurementTime(new TimeValue(1, TimeUnit.SECONDS))
            .jvmArgsAppend(jvmArgs.toArray(String[]::new))
            .jvm(java)
            .verbosity(VerboseMode.SILENT);
    return new Runner(options.build()).runSingle();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
