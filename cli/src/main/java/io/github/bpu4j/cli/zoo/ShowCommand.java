// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.models.ModelZoo;
import io.github.bpu4j.models.ZooModel;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bpu4j models show}: all facts about models. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Shows what is published about models, and where the pages disagree.")
final class ShowCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "NAME", description = "Models by name.")
  private List<String> names = List.of();

  @Option(names = "--json", description = "Print one JSON object per model, one per line.")
  private boolean json;

  ShowCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Cached cached = Cached.of(Objects.requireNonNull(spec));
    for (ZooModel model : Names.models(spec, names)) {
      String url = ModelZoo.PUBLISHED_BASE_URL.resolve(model.file().path()).toString();
      streams.result(
          json
              ? ModelJson.line(model, cached)
              : ModelPage.of(model, url, cached.shown(model), streams.texts()));
    }
    return ExitCode.OK;
  }
}
