// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.models.ZooModel;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bpu4j models remove}: deletes fetched models. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Deletes fetched models, and what interrupted downloads have left.")
final class RemoveCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "NAME", description = "Models by name.")
  private List<String> names = List.of();

  RemoveCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Cached cached = Cached.of(Objects.requireNonNull(spec), new DownloadLine(streams));
    for (ZooModel model : Names.models(spec, names)) {
      boolean removed = model.remove(cached.options());
      if (removed) {
        streams.say("models.removed", "%s: removed", model.name());
      } else {
        streams.say("models.not-fetched", "%s: has not been fetched", model.name());
      }
    }
    return ExitCode.OK;
  }
}
