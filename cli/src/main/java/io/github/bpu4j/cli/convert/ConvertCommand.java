// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.cli.classify.PictureFiles;
import io.github.bpu4j.cli.convert.compiler.Compilation;
import io.github.bpu4j.cli.convert.compiler.HbMapper;
import io.github.bpu4j.cli.convert.data.PictureChoice;
import io.github.bpu4j.cli.convert.folder.ConversionFolder;
import io.github.bpu4j.cli.convert.onnx.OnnxNetwork;
import io.github.bpu4j.cli.convert.plan.ConversionPlan;
import io.github.bpu4j.cli.convert.plan.Finding;
import io.github.bpu4j.cli.convert.plan.Planning;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.Interruption;
import io.github.bpu4j.cli.io.PathCheck;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.options.DecodeOptions;
import io.github.bpu4j.cli.options.StatedOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bpu4j convert}: prepares a network for the vendor's compiler. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prepares a trained network for the vendor's compiler: calibration data made of your",
      "pictures as an app will see them, all settings written out, and metadata for the .bin."
    },
    footer = {
      "",
      "Example:",
      "  bpu4j convert net.onnx --input rgb --mean 123.675,116.28,103.53"
          + " --scale 0.0171248,0.017507,0.0174292 --calibration photos/ -o net-x5"
    })
public final class ConvertCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "MODEL", arity = "0..1", description = "The trained network, .onnx.")
  private @Nullable Path model;

  @Option(
      names = "--calibration",
      paramLabel = "PICTURES",
      description = {
        "Folders or files of pictures like those that the app will see; where each class has a",
        "folder of its own, all classes are used alike. Needed."
      })
  private List<Path> photos = List.of();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "OUT",
      description = "The folder to make. Needed.")
  private @Nullable Path out;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = {
        "How many pictures to calibrate with: by default 20, or 50 for a network that does not",
        "clamp its values as ReLU6 does."
      })
  private @Nullable Integer count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Chooses the pictures; the same number chooses the same (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Mixin private StatedOptions options = new StatedOptions();
  @Mixin private DecodeOptions decoding = new DecodeOptions();

  @Option(
      names = "--trust-numbers",
      description = "Use --mean and --scale even if they look wrong.")
  private boolean trusted;

  @Option(
      names = "--run",
      description = "Run the compiler, and compare what comes out with what was asked for.")
  private boolean run;

  @Option(
      names = "--hb-mapper",
      paramLabel = "PATH",
      description = "The compiler, or the environment it is installed in (PATH is searched).")
  private @Nullable Path hbMapper;

  @Option(names = "--force", description = "Replace OUT if it holds an earlier conversion.")
  private boolean force;

  @Option(names = "--progress", description = "Show progress even if stderr is not a terminal.")
  private boolean progress;

  private ConvertCommand(Streams streams) {
    this.streams = streams;
  }

  /** Returns the command with its subcommands. */
  public static CommandLine with(Streams streams) {
    return new CommandLine(new ConvertCommand(streams));
  }

  @Override
  public Integer call() throws IOException {
    Path path = PathCheck.file(needed(model, "MODEL, the network to convert"), "an .onnx file");
    Path target = needed(out, "-o OUT, the folder to make");
    if (photos.isEmpty()) {
      throw usage("--calibration PICTURES is needed: pictures like those that the app will see");
    }
    if (count != null && count < 1) {
      throw usage("--count: got " + count + ", expected 1 or more");
    }
    if (hbMapper != null && !run) {
      throw usage("--hb-mapper needs --run");
    }
    ConversionFolder.check(target, force);
    Optional<HbMapper> compiler =
        run
            ? Optional.of(
                HbMapper.find(
                    Optional.ofNullable(hbMapper), System.getenv().getOrDefault("PATH", "")))
            : Optional.empty();
    OnnxNetwork network = OnnxNetwork.read(path);
    Planning planning = new Planning(network, stated(path), trusted);
    planning.findings().forEach(this::show);
    if (planning.isRefused()) {
      return ExitCode.UNAVAILABLE;
    }
    ConversionPlan plan = planning.plan(OutputName.of(path));
    Interruption interruption = Interruption.intercept();
    Preparation preparation =
        new Preparation(
            streams,
            plan,
            PictureChoice.of(pictures(), seed),
            decoding.limits(),
            progress || streams.terminal(),
            interruption);
    int exit = preparation.write(target, count);
    return exit == ExitCode.OK && compiler.isPresent()
        ? compile(plan, target, compiler.get(), interruption)
        : exit;
  }

  private int compile(
      ConversionPlan plan, Path target, HbMapper compiler, Interruption interruption)
      throws IOException {
    Compilation compilation =
        new Compilation(
            streams,
            compiler,
            plan,
            target.toAbsolutePath().normalize(),
            progress || streams.terminal(),
            interruption::happened);
    Path result = target.resolve(plan.name() + ".bin");
    return switch (compilation.run("O3", result)) {
      case COMPILED -> {
        streams.result(result + ": compiled, and says what was asked for\n");
        yield ExitCode.OK;
      }
      case FAILED -> ExitCode.ITEM_FAILED;
      case INTERRUPTED -> ExitCode.INTERRUPTED;
    };
  }

  private List<Path> pictures() throws IOException {
    List<PictureFiles.Item> items = PictureFiles.of(photos).items();
    for (PictureFiles.Item item : items) {
      IOException failure = item.failure();
      if (failure != null) {
        streams.message("warning: " + Failures.text(failure));
      }
    }
    return items.stream()
        .filter(item -> item.failure() == null)
        .map(PictureFiles.Item::path)
        .toList();
  }

  private void show(Finding finding) {
    streams.message(finding.line());
  }

  private ModelMetadata stated(Path path) throws IOException {
    try {
      return options.applyTo(ModelMetadata.find(path).orElse(ModelMetadata.empty()), path);
    } catch (IllegalArgumentException e) {
      throw usage(Failures.text(e));
    }
  }

  private Path needed(@Nullable Path argument, String what) {
    if (argument == null) {
      throw usage(what + " is missing");
    }
    return argument;
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
