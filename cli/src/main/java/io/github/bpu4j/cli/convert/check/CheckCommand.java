// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.cli.classify.PictureFiles;
import io.github.bpu4j.cli.convert.onnx.OnnxNetwork;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.Interruption;
import io.github.bpu4j.cli.io.PathCheck;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.options.DecodeOptions;
import io.github.bpu4j.cli.options.RuntimeOptions;
import io.github.bpu4j.cli.options.StatedOptions;
import io.github.bpu4j.modelfile.InputDescription;
import io.github.bpu4j.modelfile.ModelFile;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bpu4j convert check}: compares a compiled file with its network. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares a compiled file with the network it was made of, on the same pictures, and names",
      "what does not match. Take 20 pictures that are not in the calibration data.",
      "Exit code 1 means that something does not match."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bpu4j convert check net.onnx net-x5/net.bin --input rgb --mean 127 --scale 0.0078125"
          + " --pictures photos/"
    })
public final class CheckCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MODEL.onnx", description = "The trained network.")
  private @Nullable Path network;

  @Parameters(index = "1", paramLabel = "MODEL.bin", description = "The compiled file.")
  private @Nullable Path compiled;

  @Option(
      names = "--pictures",
      required = true,
      paramLabel = "PICTURES",
      description = "A folder of pictures or a picture; may be given several times.")
  private List<Path> pictures = List.of();

  @Option(
      names = "--limit",
      paramLabel = "COSINE",
      description = "From which mean cosine of the logits on it is good (${DEFAULT-VALUE}).")
  private double limit = Verdict.GOOD;

  @Mixin private RuntimeOptions runtimes = new RuntimeOptions();
  @Mixin private StatedOptions options = new StatedOptions();
  @Mixin private DecodeOptions decoding = new DecodeOptions();

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(names = "--progress", description = "Show progress even if stderr is not a terminal.")
  private boolean progress;

  public CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (!(limit > 0 && limit <= 1)) {
      throw usage("--limit: got " + limit + ", expected a number above 0, at most 1");
    }
    CheckRun run = prepared();
    try {
      CheckResult result =
          run.run(streams, progress || streams.terminal(), Interruption.intercept()::happened);
      streams.result(json ? CheckJson.line(result) : CheckPage.of(result, streams.texts()));
      return result.verdict().kind() == Verdict.Kind.DOES_NOT_MATCH
          ? ExitCode.ITEM_FAILED
          : ExitCode.OK;
    } catch (Asking.Stopped e) {
      return ExitCode.INTERRUPTED;
    }
  }

  private CheckRun prepared() throws IOException {
    Path onnx = PathCheck.file(Objects.requireNonNull(network), "an .onnx file");
    Path bin = PathCheck.file(Objects.requireNonNull(compiled), "a .bin file");
    InputDescription input = ModelFile.read(bin).models().get(0).inputs().get(0);
    ModelMetadata ofNetwork = ModelMetadata.find(onnx).orElse(ModelMetadata.empty());
    ModelMetadata ofCompiled = ModelMetadata.find(bin).orElse(ofNetwork);
    ColorInput colors = colors(onnx, ofNetwork);
    ModelMetadata pixels = stated(ofCompiled, bin);
    YuvRange range =
        pixels
            .range()
            .or(() -> input.colorRange().map(found -> YuvRange.valueOf(found.name())))
            .orElse(YuvRange.VIDEO);
    Preprocessing defaults = Preprocessing.defaults();
    Preprocessing settings =
        new Preprocessing(
            pixels.fit().orElse(defaults.fit()),
            pixels.interpolation().orElse(defaults.interpolation()),
            range,
            pixels.chroma().orElse(defaults.chroma()));
    return new CheckRun(
        onnx,
        bin,
        CompiledRuntime.first(runtimes, bin),
        colors,
        input,
        pixels.outputName(),
        settings,
        limit,
        readable(),
        decoding.limits());
  }

  private ColorInput colors(Path onnx, ModelMetadata metadata) throws IOException {
    ModelMetadata stated = stated(metadata, onnx);
    return stated
        .colorInput()
        .or(() -> facts(onnx))
        .orElseThrow(
            () ->
                usage(
                    "how the network reads colors is missing: --input rgb or bgr, with --mean and"
                        + " --scale, or metadata beside "
                        + onnx));
  }

  private Optional<ColorInput> facts(Path onnx) {
    try {
      return OnnxNetwork.read(onnx).facts(Optional.empty()).colors();
    } catch (IOException e) {
      throw usage(Failures.text(e));
    }
  }

  private ModelMetadata stated(ModelMetadata metadata, Path model) {
    try {
      return options.applyTo(metadata, model);
    } catch (IllegalArgumentException e) {
      throw usage(Failures.text(e));
    }
  }

  private List<Path> readable() throws IOException {
    List<Path> found = new ArrayList<>();
    for (PictureFiles.Item item : PictureFiles.of(pictures).items()) {
      IOException failure = item.failure();
      if (failure != null) {
        throw failure;
      }
      found.add(item.path());
    }
    return found;
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
