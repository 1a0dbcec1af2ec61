// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.cli.info.model.InspectedFile;
import io.github.bpu4j.cli.info.model.InspectedModel;
import io.github.bpu4j.cli.info.model.MetadataComparison;
import io.github.bpu4j.cli.io.CompleteFile;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.PathCheck;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.options.StatedOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bpu4j metadata}: shows and writes what must be known of a model. */
@Command(
    name = "metadata",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows what is known of a model besides its weights, who says it, and what is missing.",
      "With --write, makes the file MODEL.metadata.json from the options and from what was in it;",
      "on a terminal it asks for the rest."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bpu4j metadata resnet18.onnx",
      "  bpu4j metadata --write --input rgb --mean 127.5 --scale 0.00784 --labels labels.txt"
          + " resnet18.onnx"
    })
public final class MetadataCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "Model file, .bin or .onnx.")
  private @Nullable Path model;

  @Mixin private StatedOptions options = new StatedOptions();

  @Option(names = "--write", description = "Write MODEL.metadata.json.")
  private boolean write;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  public MetadataCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Path path = PathCheck.file(Objects.requireNonNull(model), "a model file");
    InspectedFile file = InspectedFile.read(path);
    ModelMetadata existing = ModelMetadata.find(path).orElse(ModelMetadata.empty());
    ModelMetadata stated = stated(existing, path);
    InspectedModel one = model(file, stated, existing);
    KnownFacts facts = KnownFacts.of(stated, existing, file, one);
    if (write) {
      ModelMetadata complete = asked(stated, facts, path);
      facts = KnownFacts.of(complete, existing, file, one);
      refuseContradictions(facts);
      Path target = ModelMetadata.fileFor(path);
      CompleteFile.write(target, complete.toJson().getBytes(UTF_8));
      streams.say("metadata.wrote", "wrote %s", target);
    } else {
      facts
          .contradictions()
          .forEach(each -> streams.message(streams.texts().text(contradiction(each))));
    }
    streams.result(
        json ? MetadataJson.line(file, facts) : MetadataPage.of(file, facts, streams.texts()));
    return ExitCode.OK;
  }

  private ModelMetadata stated(ModelMetadata existing, Path path) {
    try {
      return options.applyTo(existing, path);
    } catch (IllegalArgumentException e) {
      throw usage(Failures.text(e));
    }
  }

  private InspectedModel model(InspectedFile file, ModelMetadata stated, ModelMetadata existing) {
    Optional<String> wanted = stated.modelName();
    return file.models().stream()
        .filter(each -> wanted.isEmpty() || wanted.get().equals(each.name()))
        .findFirst()
        .orElseThrow(
            () ->
                usage(
                    (wanted.equals(existing.modelName())
                            ? "model in the metadata, "
                            : "--model-name ")
                        + wanted.orElse("")
                        + ": expected one of "
                        + file.models().stream().map(InspectedModel::name).toList()));
  }

  private ModelMetadata asked(ModelMetadata stated, KnownFacts facts, Path path) {
    if (!streams.terminal()) {
      return stated;
    }
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    Function<String, Optional<String>> terminal =
        question -> {
          streams.messages().print(question);
          streams.messages().flush();
          try {
            return Optional.ofNullable(answers.readLine());
          } catch (IOException e) {
            return Optional.empty();
          }
        };
    return new Questions(terminal, streams::message, streams.texts()).complete(stated, facts, path);
  }

  private void refuseContradictions(KnownFacts facts) {
    if (!facts.contradictions().isEmpty()) {
      throw usage("not written: " + contradiction(facts.contradictions().get(0)));
    }
  }

  private static Text contradiction(MetadataComparison.Row row) {
    return Text.of(
        "metadata.contradiction",
        "%s contradicts the file: %s is stated, the file says %s",
        row.key(),
        row.metadata(),
        row.file());
  }

  private ParameterException usage(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
