// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info;

import io.github.bpu4j.api.Runtimes;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.api.spi.InferenceRuntime;
import io.github.bpu4j.cli.info.json.InfoJson;
import io.github.bpu4j.cli.info.model.InspectedFile;
import io.github.bpu4j.cli.info.model.InspectedModel;
import io.github.bpu4j.cli.info.model.RuntimeView;
import io.github.bpu4j.cli.info.page.InfoPage;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.Json;
import io.github.bpu4j.cli.io.PathCheck;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.options.RuntimeOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bpu4j info}: shows what model files and runtimes say about models. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows what model files (.bin, .onnx) say about themselves; needs no vendor library.",
      "Metadata beside a file is shown with the file's own facts, and differences are marked.",
      "If a runtime on this machine can load the file, its view is shown beside the file's and"
          + " differences are marked.",
      "With the vendor's simulator installed, the speed of a .bin on a board is estimated."
    },
    footerHeading = "%nExamples:%n",
    footer = "  bpu4j info resnet18_224x224_nv12.bin")
public final class InfoCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Model files.")
  private List<Path> files = new ArrayList<>();

  @Mixin private RuntimeOptions options = new RuntimeOptions();

  @Option(names = "--file-only", description = "Do not load the files into runtimes.")
  private boolean fileOnly;

  @Option(names = "--all", description = "Also show every build setting in the file.")
  private boolean all;

  @Option(names = "--json", description = "Print one JSON object per file, one per line.")
  private boolean json;

  public InfoCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws ResultsClosedException {
    options.applyLibrary();
    List<InferenceRuntime> runtimes = fileOnly ? List.of() : options.asked(Runtimes.discover());
    int exit = ExitCode.OK;
    for (Path path : files) {
      try {
        exit = Math.max(exit, show(read(path), runtimes));
      } catch (IOException e) {
        report(path, e);
        exit = Math.max(exit, ExitCode.ITEM_FAILED);
      }
    }
    return exit;
  }

  private InspectedFile read(Path path) throws IOException {
    InspectedFile file = InspectedFile.read(PathCheck.file(path, "a model file"));
    try {
      return fileOnly ? file : file.withEstimates();
    } catch (IOException e) {
      streams.say("info.no-estimate", "%s: no estimate of its speed: %s", path, Failures.text(e));
      return file;
    }
  }

  private int show(InspectedFile file, List<InferenceRuntime> runtimes) throws IOException {
    Optional<ModelMetadata> metadata = file.metadata();
    Map<InspectedModel, List<RuntimeView>> views = new LinkedHashMap<>();
    for (InspectedModel model : file.models()) {
      views.put(
          model,
          runtimes.stream()
              .filter(runtime -> runtime.supports(file.path()))
              .map(runtime -> RuntimeView.of(runtime, file, model, metadata))
              .toList());
    }
    streams.result(
        json
            ? InfoJson.line(file, views, metadata)
            : InfoPage.of(file, views, metadata, all, streams.texts()));
    return exit(file, views);
  }

  /** A runtime given by {@code --runtime} has to load every model. */
  private int exit(InspectedFile file, Map<InspectedModel, List<RuntimeView>> views) {
    @Nullable String asked = options.name();
    if (asked == null || fileOnly) {
      return ExitCode.OK;
    }
    boolean loaded =
        views.values().stream()
            .allMatch(found -> found.stream().anyMatch(view -> view.info().isPresent()));
    if (!loaded) {
      streams.say("info.not-loaded", "%s: runtime %s cannot load it", file.path(), asked);
    }
    return loaded ? ExitCode.OK : ExitCode.UNAVAILABLE;
  }

  private void report(Path path, IOException failure) throws ResultsClosedException {
    if (failure instanceof ResultsClosedException closed) {
      throw closed;
    }
    streams.message(Failures.text(failure));
    if (json) {
      streams.result(
          Json.line(
              line -> {
                line.writeStringField("file", path.toString());
                Json.error(line, failure);
              }));
    }
  }
}
