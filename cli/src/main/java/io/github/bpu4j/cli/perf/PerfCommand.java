// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.perf;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.cli.io.CompleteFile;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.Interruption;
import io.github.bpu4j.cli.io.PathCheck;
import io.github.bpu4j.cli.io.Png;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.options.ClassifierOptions;
import io.github.bpu4j.cli.options.Size;
import io.github.bpu4j.cli.perf.PerfRun.Limit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code bpu4j perf}: measures latency and throughput of a model. */
@Command(
    name = "perf",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures the latency and throughput (frames per second) of a model.",
      "Latency is the time from the call to the result, including preprocessing.",
      "Also accepts the option names of the vendor's hrt_model_exec perf."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bpu4j perf --model resnet18.bin --threads 4 --frames 200",
      "  bpu4j perf --model_file=resnet18.bin --thread_num=4 --perf_time=1",
      "  bpu4j perf --duration 30s --plot latency.png photos/*.jpg"
    })
public final class PerfCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofDays(30);

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "PICTURE",
      description = "Picture files, decoded each time; random NV12 by default.")
  private List<Path> pictures = List.of();

  @Mixin private ClassifierOptions options = new ClassifierOptions();

  @Option(
      names = {"-t", "--threads", "--thread_num"},
      paramLabel = "N",
      description = "Threads, 1..64, each with one picture in flight (${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(
      names = {"--frames", "--frame_count"},
      paramLabel = "N",
      description = "Number of pictures to measure, in all threads together (${DEFAULT-VALUE}).")
  private long frames = 200;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "Measure for this long, such as 30s, instead of --frames.")
  private @Nullable Duration duration;

  @Option(
      names = "--perf_time",
      paramLabel = "MINUTES",
      description = "The same in minutes, as in the vendor's tool; 0 for no time limit.")
  private @Nullable BigDecimal perfTime;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      description = "Number of pictures to classify before measuring (${DEFAULT-VALUE}).")
  private long warmup = 20;

  @Option(
      names = "--raw",
      paramLabel = "FILE",
      description = "Use the NV12 frames in this file; --size gives the size of a frame.")
  private @Nullable Path raw;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description =
          "Size of the frames in --raw, or of random input; by default the model's input size.")
  private @Nullable Size size;

  @Option(names = "--json", description = "Print the result as a JSON object.")
  private boolean json;

  @Option(
      names = "--plot",
      paramLabel = "PNG",
      description = "Plot latency over time and its distribution to a file.")
  private @Nullable Path plot;

  public PerfCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Limit limit = limit();
    if (threads < 1 || threads > 64 || frames < 1 || warmup < 0) {
      throw usage("--threads must be 1..64, --frames at least 1, --warmup at least 0");
    }
    requireEveryOptionCounts();
    requirePlot();
    try (Classifier classifier = options.open(builder -> builder.concurrency(threads))) {
      Workload load = load(classifier.model());
      if (warmup > 0) {
        Limit few = new Limit(warmup, Long.MAX_VALUE);
        new PerfRun(classifier, load, threads, few, () -> false).measure(streams);
      }
      Interruption interruption = Interruption.intercept();
      Measurement run =
          new PerfRun(classifier, load, threads, limit, interruption::happened).measure(streams);
      if (interruption.happened()) {
        streams.say("perf.interrupted", "interrupted after %d pictures", run.answered());
      }
      if (run.answered() > 0) {
        print(PerfReport.of(classifier.model(), load, threads, run));
      }
      if (interruption.happened()) {
        return ExitCode.INTERRUPTED;
      }
      return run.failed() == 0 ? ExitCode.OK : ExitCode.ITEM_FAILED;
    }
  }

  private void requireEveryOptionCounts() {
    if (raw != null && !pictures.isEmpty()) {
      throw usage("--raw and picture files cannot be combined");
    }
    if (size != null && !pictures.isEmpty()) {
      throw usage("--size applies to raw and random frames, not to picture files");
    }
    options
        .decoding()
        .given()
        .filter(option -> pictures.isEmpty())
        .ifPresent(
            option -> {
              throw usage(option + " applies to picture files, and none is given");
            });
    ParseResult given = Objects.requireNonNull(spec).commandLine().getParseResult();
    if (given.hasMatchedOption("--concurrency")) {
      throw usage("perf has no --concurrency: --threads says how many pictures are in flight");
    }
    if (given.hasMatchedOption("--frames") && limit().frames() == Long.MAX_VALUE) {
      throw usage("--frames and a time both say how long to measure; use only one");
    }
  }

  /** Checked before measuring, so that minutes of work are not lost to a wrong name. */
  private void requirePlot() {
    if (plot == null) {
      return;
    }
    if (!plot.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      throw usage("--plot " + plot + ": the plot is a PNG picture; name a file that ends in .png");
    }
    try {
      PathCheck.writable(plot);
    } catch (IOException e) {
      throw usage("--plot " + Failures.text(e));
    }
  }

  private void print(PerfReport report) throws IOException {
    streams.result(json ? report.json() : report.page(streams.texts()));
    if (plot != null) {
      CompleteFile.write(plot, Png.of(LatencyPlot.draw(report)));
    }
  }

  private Workload load(ModelInfo model) throws IOException {
    if (!pictures.isEmpty()) {
      return Workload.pictures(pictures);
    }
    Size of = size == null ? new Size(model.width(), model.height()) : size;
    return raw == null
        ? Workload.random(of.width(), of.height())
        : Workload.raw(raw, of.width(), of.height());
  }

  private Limit limit() {
    Duration time = duration;
    if (perfTime != null && perfTime.signum() > 0) {
      if (time != null) {
        throw usage("--duration and --perf_time mean the same; use only one");
      }
      if (perfTime.compareTo(BigDecimal.valueOf(LONGEST.toMinutes())) > 0) {
        throw usage("--perf_time is in minutes, at most " + LONGEST.toMinutes());
      }
      time = Duration.ofMillis(perfTime.movePointRight(3).longValue() * 60);
    }
    return time == null
        ? new Limit(frames, Long.MAX_VALUE)
        : new Limit(Long.MAX_VALUE, time.toNanos());
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
