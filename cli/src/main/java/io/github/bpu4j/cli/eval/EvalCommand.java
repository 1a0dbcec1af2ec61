// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.Interruption;
import io.github.bpu4j.cli.io.PathCheck;
import io.github.bpu4j.cli.io.Progress;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.options.ClassifierOptions;
import io.github.bpu4j.evaluation.Evaluation;
import io.github.bpu4j.evaluation.EvaluationResult;
import io.github.bpu4j.evaluation.EvaluationSettings;
import io.github.bpu4j.evaluation.JournalMismatchException;
import io.github.bpu4j.evaluation.data.GroundTruth;
import io.github.bpu4j.evaluation.data.LabelException;
import io.github.bpu4j.evaluation.data.Selection;
import io.github.bpu4j.models.download.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
import picocli.CommandLine.Spec;

/** {@code bpu4j eval}: measures how often a model is right. */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Classifies labeled pictures and counts how often the model is right.",
      "Labels are synset ids such as n01440764, names of classes, or indexes from 0."
    },
    synopsisSubcommandLabel = "[COMMAND]",
    footer = {
      "",
      "Examples:",
      "  bpu4j eval --model resnet18.bin val/",
      "  bpu4j eval --ground-truth val.txt --journal run.jsonl --sample 5000 val/",
      "  bpu4j eval --shard 3/8 --json val/ > 3.json"
    })
public final class EvalCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec private @Nullable CommandSpec spec;

  @Mixin private DataOptions data = new DataOptions();

  @Mixin private ClassifierOptions options = new ClassifierOptions();

  @Option(
      names = {"-n", "--top"},
      paramLabel = "K",
      description = "Also count how often the class is among the first K (${DEFAULT-VALUE}).")
  private int top = 5;

  @Mixin private SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = {
        "Write a line per picture to FILE, or go on where FILE ends:",
        "a run that was interrupted or killed continues with the same command."
      })
  private @Nullable Path journal;

  @Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  @Option(names = "--csv", description = "Print a row per picture, separated by commas.")
  private boolean csv;

  @Option(names = "--progress", description = "Show progress even if stderr is not a terminal.")
  private boolean progress;

  private EvalCommand(Streams streams) {
    this.streams = streams;
  }

  /** Returns the command with its subcommand. */
  public static CommandLine with(Streams streams) {
    return new CommandLine(new EvalCommand(streams))
        .addSubcommand("merge", new MergeCommand(streams));
  }

  @Override
  public Integer call() throws IOException {
    if (json && csv) {
      throw usage("--json and --csv exclude each other", null);
    }
    Path folder = data.folder();
    GroundTruth truth = data.truth();
    Selection chosen = selection.selection();
    if (journal != null) {
      PathCheck.writable(journal);
    }
    try (Classifier classifier = options.open(this::configure)) {
      Progress shown = new Progress(streams, progress || streams.terminal());
      Interruption interruption = Interruption.intercept();
      Evaluation evaluation =
          Evaluation.of(classifier)
              .groundTruth(truth)
              .selection(chosen)
              .depth(top)
              .describe(this::describe)
              .observer(new EvalProgress(streams, shown, csv))
              .stopWhen(interruption::happened);
      if (journal != null) {
        evaluation.journal(journal);
      }
      return report(run(evaluation, folder), interruption);
    }
  }

  private void configure(ClassifierBuilder builder) {
    builder.maxResults(top).scoreThreshold(-Float.MAX_VALUE);
  }

  private EvaluationSettings describe(EvaluationSettings settings) {
    Optional<Path> file = options.modelFile();
    try {
      EvaluationSettings described =
          settings.with(
              "limits",
              new EvaluationSettings.Setting(
                  options.decoding().inWords(),
                  options.decoding().given().isPresent() ? "option" : "default"));
      return file.isPresent() ? described.withModelSha256(Sha256.of(file.get())) : described;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private EvaluationResult run(Evaluation evaluation, Path folder) throws IOException {
    try {
      return evaluation.run(folder);
    } catch (LabelException | JournalMismatchException e) {
      throw usage(Failures.text(e), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private int report(EvaluationResult result, Interruption interruption) throws IOException {
    if (json) {
      streams.result(result.toJson() + "\n");
    } else if (!csv) {
      streams.result(AccuracyText.of(result));
    }
    AccuracyText.unreadable(result).forEach(streams::message);
    if (!result.complete()) {
      streams.message(
          "%s after %d of %d pictures%s"
              .formatted(
                  interruption.happened() ? "interrupted" : "ended",
                  result.evaluated(),
                  result.run().selected(),
                  journal == null ? "" : "; the same command goes on from here"));
      return interruption.happened() ? ExitCode.INTERRUPTED : ExitCode.ITEM_FAILED;
    }
    return result.accuracy().unreadable() == 0 ? ExitCode.OK : ExitCode.ITEM_FAILED;
  }

  private ParameterException usage(String message, @Nullable Exception cause) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message, cause);
  }
}
