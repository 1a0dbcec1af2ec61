// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.perf;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.spi.ModelInfo;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Interruption;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.options.ClassifierOptions;
import io.github.bpu4j.cli.options.Size;
import io.github.bpu4j.cli.perf.PerfRun.Limit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bpu4j perf}: how fast a network answers here. */
@Command(
    name = "perf",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures how fast a network answers: latency and frames a second.",
      "A picture's latency runs from the call to its classes, preprocessing included.",
      "Takes the option names of the vendor's hrt_model_exec perf as well."
    },
    footer = {
      "",
      "Examples:",
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
      paramLabel = "PHOTO",
      description = "Picture files to send, decoded each time; without any, random NV12.")
  private List<Path> photos = List.of();

  @Mixin private ClassifierOptions options = new ClassifierOptions();

  @Option(
      names = {"-t", "--threads", "--thread_num"},
      paramLabel = "N",
      description = "Threads, each with one picture in flight, 1..64 (${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(
      names = {"--frames", "--frame_count"},
      paramLabel = "N",
      description = "Pictures to measure, all threads together (${DEFAULT-VALUE}).")
  private long frames = 200;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "Measure for this long, such as 30s, in place of --frames.")
  private @Nullable Duration duration;

  @Option(
      names = "--perf_time",
      paramLabel = "MINUTES",
      description = "The same in minutes, as the vendor's tool counts; 0 is no limit of time.")
  private @Nullable BigDecimal perfTime;

  @Option(
      names = "--warmup",
      paramLabel = "N",
      description = "Pictures before the measured ones, not counted (${DEFAULT-VALUE}).")
  private long warmup = 20;

  @Option(
      names = "--raw",
      paramLabel = "FILE",
      description = "Send NV12 frames of this file, of --size pixels.")
  private @Nullable Path raw;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Size of a frame of --raw or of random input; the network's own by default.")
  private @Nullable Size size;

  @Option(names = "--json", description = "Tell the result as a JSON object.")
  private boolean json;

  @Option(
      names = "--plot",
      paramLabel = "PNG",
      description = "Draw latency over time and its distribution.")
  private @Nullable Path plot;

  public PerfCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Limit limit = limit();
    if (threads < 1 || threads > 64 || frames < 1 || warmup < 0) {
      throw usage("--threads is 1..64, --frames 1 or more, --warmup 0 or more");
    }
    if (raw != null && !photos.isEmpty()) {
      throw usage("--raw and picture files exclude each other");
    }
    requirePlotFolder();
    try (Classifier classifier = options.open(builder -> builder.concurrency(threads))) {
      Load load = load(classifier.model());
      if (warmup > 0) {
        Limit few = new Limit(warmup, Long.MAX_VALUE);
        new PerfRun(classifier, load, threads, few, () -> false).measure(streams);
      }
      Interruption interruption = Interruption.kept();
      Measurement run =
          new PerfRun(classifier, load, threads, limit, interruption::happened).measure(streams);
      if (interruption.happened()) {
        streams.message("interrupted after " + run.answered() + " pictures");
      }
      if (run.answered() > 0) {
        tell(PerfReport.of(classifier.model(), load, threads, run));
      }
      if (interruption.happened()) {
        return ExitCode.INTERRUPTED;
      }
      return run.failed() == 0 ? ExitCode.OK : ExitCode.ITEM_FAILED;
    }
  }

  /** Before measuring: what took minutes must not end in a missing folder. */
  private void requirePlotFolder() {
    Path folder = plot == null ? null : plot.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw usage("--plot " + plot + ": there is no folder " + folder);
    }
  }

  private void tell(PerfReport report) throws IOException {
    if (plot != null) {
      LatencyPlot.write(report, plot);
    }
    streams.result(json ? report.json() : report.page());
  }

  private Load load(ModelInfo model) throws IOException {
    if (!photos.isEmpty()) {
      return Load.pictures(photos);
    }
    Size of = size == null ? new Size(model.width(), model.height()) : size;
    return raw == null
        ? Load.random(of.width(), of.height())
        : Load.raw(raw, of.width(), of.height());
  }

  private Limit limit() {
    Duration time = duration;
    if (perfTime != null && perfTime.signum() > 0) {
      if (time != null) {
        throw usage("--duration and --perf_time are the same thing; give one");
      }
      if (perfTime.compareTo(BigDecimal.valueOf(LONGEST.toMinutes())) > 0) {
        throw usage("--perf_time counts minutes, at most " + LONGEST.toMinutes());
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
