// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.cli.classify.PictureFiles;
import io.github.bpu4j.cli.convert.check.CheckCommand;
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
    footerHeading = "%nExamples:%n",
    footer = {
      "  bpu4j convert net.onnx --input rgb --mean 123.675,116.28,103.53"
          + " --scale 0.0171248,0.017507,0.0174292 --calibration photos/ -o net-x5"
    })
public final class ConvertCommand implements Callable<Integer> {
  private static final int CHECKED = 20;

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
      names = "--draft",
      description = {
        "With --run, compile without optimization first, which gives the same answers in half the",
        "time, check that file, and go on only if nothing speaks against it."
      })
  private boolean draft;

  @Option(
      names = "--pictures",
      paramLabel = "PICTURES",
      description = "With --draft, pictures to check with; by default what --calibration leaves.")
  private List<Path> checkPictures = List.of();

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
    return new CommandLine(new ConvertCommand(streams))
        .addSubcommand("check", new CheckCommand(streams));
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
    if ((hbMapper != null || draft) && !run) {
      throw usage((draft ? "--draft" : "--hb-mapper") + " needs --run");
    }
    if (!checkPictures.isEmpty() && !draft) {
      throw usage("--pictures needs --draft; after a conversion use 'bpu4j convert check'");
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
    List<Path> all = pictures(photos);
    boolean shown = progress || streams.terminal();
    Preparation preparation =
        new Preparation(
            streams, plan, PictureChoice.of(all, seed), decoding.limits(), shown, interruption);
    Preparation.Prepared prepared = preparation.write(target, count);
    if (prepared.exit() != ExitCode.OK || compiler.isEmpty()) {
      return prepared.exit();
    }
    Building building =
        new Building(
            streams,
            new Compilation(
                streams, compiler.get(), plan, whole(target), shown, interruption::happened),
            decoding.limits(),
            draft ? Optional.of(checked(all, prepared.pictures())) : Optional.empty());
    return building.build();
  }

  private static Path whole(Path folder) {
    return folder.toAbsolutePath().normalize();
  }

  /** What a draft is checked with: other pictures than it was calibrated with. */
  private List<Path> checked(List<Path> all, List<Path> used) throws IOException {
    if (!checkPictures.isEmpty()) {
      return pictures(checkPictures);
    }
    List<Path> left =
        PictureChoice.of(all.stream().filter(each -> !used.contains(each)).toList(), seed)
            .pictures();
    if (left.size() < CHECKED) {
      streams.say(
          "convert.draft-pictures",
          "warning: the draft is checked with pictures that it was calibrated with, because only %d"
              + " others are there; name some with --pictures",
          left.size());
      return used.subList(0, Math.min(CHECKED, used.size()));
    }
    return left.subList(0, CHECKED);
  }

  private List<Path> pictures(List<Path> named) throws IOException {
    List<PictureFiles.Item> items = PictureFiles.of(named).items();
    for (PictureFiles.Item item : items) {
      IOException failure = item.failure();
      if (failure != null) {
        streams.say("convert.warning", "warning: %s", Failures.text(failure));
      }
    }
    return items.stream()
        .filter(item -> item.failure() == null)
        .map(PictureFiles.Item::path)
        .toList();
  }

  private void show(Finding finding) {
    streams.message(streams.texts().text(finding.line()));
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
