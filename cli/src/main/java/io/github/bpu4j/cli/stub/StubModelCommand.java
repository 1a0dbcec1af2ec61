// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.stub;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bpu4j.cli.io.CompleteFile;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.PathCheck;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.modelfile.ModelDescription;
import io.github.bpu4j.modelfile.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bpu4j stub-model}: writes a description of a model file for the native stand-in. */
@Command(
    name = "stub-model",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Describes a model file so that the native stand-in for libdnn.so can imitate it:",
      "names, types, shapes and quantization. The scores are a checksum of the input."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bpu4j stub-model resnet18.bin resnet18.model",
      "  BPU4J_STUB_MODEL=resnet18.model BPU4J_DNN_LIBRARY=.../libdnn.so bpu4j classify"
          + " --runtime bpu --model resnet18.bin photo.jpg"
    })
public final class StubModelCommand implements Callable<Integer> {
  private static final Path STDOUT = Path.of("-");

  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "MODEL.bin", description = "Model file.")
  private Path model = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "File to write; - for stdout.")
  private Path out = Path.of("");

  public StubModelCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out) && Files.exists(model) && Files.isSameFile(model, out)) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "OUT is the model file itself: " + out);
    }
    if (!out.equals(STDOUT)) {
      PathCheck.writable(out);
    }
    ModelFile file = ModelFile.read(PathCheck.file(model, "a compiled model, .bin"));
    String text;
    try {
      text = StubModelText.of(Objects.toString(model.getFileName()), file);
    } catch (IllegalArgumentException e) {
      streams.message(model + ": " + e.getMessage());
      return ExitCode.ITEM_FAILED;
    }
    if (out.equals(STDOUT)) {
      streams.result(text);
      return ExitCode.OK;
    }
    CompleteFile.write(out, text.getBytes(UTF_8));
    streams.say("stub.written", "%s: %s; set BPU4J_STUB_MODEL to it", out, names(file));
    return ExitCode.OK;
  }

  private static String names(ModelFile file) {
    return file.models().stream().map(ModelDescription::name).collect(Collectors.joining(", "));
  }
}
