// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.models.ZooModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bpu4j models get}: downloads models. */
@Command(
    name = "get",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Downloads models with their metadata into the cache and prints where they are.",
      "What an interrupted download has left is continued."
    })
final class GetCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "NAME", description = "Models by name.")
  private List<String> names = List.of();

  GetCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws ResultsClosedException {
    DownloadLine line = new DownloadLine(streams);
    Cached cached = Cached.of(Objects.requireNonNull(spec), line);
    int exit = ExitCode.OK;
    for (ZooModel model : Names.models(spec, names)) {
      try {
        Path file = model.fetch(cached.options());
        line.clear();
        streams.result(file + System.lineSeparator());
      } catch (ResultsClosedException e) {
        throw e;
      } catch (IOException e) {
        line.clear();
        streams.message(model.name() + ": " + Failures.text(e));
        exit = ExitCode.ITEM_FAILED;
      }
    }
    return exit;
  }
}
