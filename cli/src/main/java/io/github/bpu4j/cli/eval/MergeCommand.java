// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.evaluation.EvaluationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bpu4j eval merge}: puts shards together. */
@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Adds up the shards of one evaluation, in any order.",
    footerHeading = "%nExamples:%n",
    footer = {"  bpu4j eval merge 1.json 2.json 3.json"})
final class MergeCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Journals, or files with the JSON of 'bpu4j eval --json'.")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  MergeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    List<EvaluationResult> shards = new ArrayList<>();
    for (Path file : files) {
      shards.add(EvaluationResult.read(file));
    }
    EvaluationResult merged = merge(shards);
    streams.result(json ? merged.toJson() + "\n" : AccuracyText.of(merged, streams.texts()));
    AccuracyText.unreadable(merged, streams.texts()).forEach(streams::message);
    if (!merged.complete()) {
      streams.say(
          "eval.incomplete",
          "incomplete: %d of %d pictures; a shard is missing or has not ended",
          merged.evaluated(),
          merged.run().selected());
    }
    return merged.complete() && merged.accuracy().unreadable() == 0
        ? ExitCode.OK
        : ExitCode.ITEM_FAILED;
  }

  private EvaluationResult merge(List<EvaluationResult> shards) {
    try {
      return EvaluationResult.merge(shards);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(Objects.requireNonNull(spec).commandLine(), Failures.text(e), e);
    }
  }
}
