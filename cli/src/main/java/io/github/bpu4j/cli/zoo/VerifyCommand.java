// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.zoo;

import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.models.ModelZoo;
import io.github.bpu4j.models.Verification;
import io.github.bpu4j.models.ZooModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bpu4j models verify}: compares fetched files with their hashes. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Compares the SHA-256 of fetched models with the published or recorded one.",
      "Without NAME, of all that have been fetched."
    })
final class VerifyCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "Models by name.")
  private List<String> names = List.of();

  VerifyCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Cached cached = Cached.of(Objects.requireNonNull(spec));
    int exit = ExitCode.OK;
    List<ZooModel> models = names.isEmpty() ? fetched(cached) : Names.models(spec, names);
    if (models.isEmpty()) {
      streams.say("models.none-fetched", "no model has been fetched");
    }
    for (ZooModel model : models) {
      exit = Math.max(exit, verify(model, cached));
    }
    return exit;
  }

  private static List<ZooModel> fetched(Cached cached) throws IOException {
    List<ZooModel> fetched = new ArrayList<>();
    for (ZooModel model : ModelZoo.models()) {
      if (cached.file(model).isPresent()) {
        fetched.add(model);
      }
    }
    return fetched;
  }

  private int verify(ZooModel model, Cached cached) throws ResultsClosedException {
    try {
      Verification found = model.verify(cached.options());
      if (found.intact()) {
        streams.result(
            streams
                .texts()
                .text(
                    "models.intact",
                    "%s: intact, SHA-256 %s (%s)%n",
                    model.name(),
                    found.found(),
                    found.source()));
        return ExitCode.OK;
      }
      streams.say(
          "models.damaged",
          "%1$s: %2$s has SHA-256 %3$s, expected %4$s (%5$s); run: bpu4j models remove %1$s &&"
              + " bpu4j models get %1$s",
          model.name(),
          found.file(),
          found.found(),
          found.expected(),
          found.source());
    } catch (ResultsClosedException e) {
      throw e;
    } catch (IOException e) {
      streams.message(Failures.text(e));
    }
    return ExitCode.ITEM_FAILED;
  }
}
