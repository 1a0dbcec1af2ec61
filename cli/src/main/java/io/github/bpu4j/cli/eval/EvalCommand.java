// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.cli.eval.report.EvaluationReport;
import io.github.bpu4j.cli.eval.report.Findings;
import io.github.bpu4j.cli.eval.report.Misses;
import io.github.bpu4j.cli.io.CompleteFile;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.Interruption;
import io.github.bpu4j.cli.io.PathCheck;
import io.github.bpu4j.cli.io.Progress;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.options.ClassifierOptions;
import io.github.bpu4j.evaluation.Evaluation;
import io.github.bpu4j.evaluation.EvaluationObserver;
import io.github.bpu4j.evaluation.EvaluationResult;
import io.github.bpu4j.evaluation.EvaluationSettings;
import io.github.bpu4j.evaluation.JournalMismatchException;
import io.github.bpu4j.evaluation.compare.GridResult;
import io.github.bpu4j.evaluation.compare.PairedEvaluation;
import io.github.bpu4j.evaluation.data.ClassNames;
import io.github.bpu4j.evaluation.data.GroundTruth;
import io.github.bpu4j.evaluation.data.LabelException;
import io.github.bpu4j.evaluation.data.LabeledPictures;
import io.github.bpu4j.evaluation.data.Selection;
import io.github.bpu4j.models.download.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
    footerHeading = "%nExamples:%n",
    footer = {
      "  bpu4j eval --model resnet18.bin val/",
      "  bpu4j eval --ground-truth val.txt --journal run.jsonl --sample 5000 val/",
      "  bpu4j eval --shard 3/8 --json val/ > 3.json",
      "  bpu4j eval --model net.onnx --compare net.bin --grid fit,range --report net.html val/"
    })
public final class EvalCommand implements Callable<Integer> {
  /** More than any model has; the classifier bounds it. */
  private static final int ALL_CLASSES = 1_000_000;

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

  @Mixin private CompareOptions compare = new CompareOptions();

  @Mixin private GridOptions grid = new GridOptions();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a report with plots and the worst mistakes as one HTML file.")
  private @Nullable Path report;

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
    requireTogether();
    Path folder = data.folder();
    GroundTruth truth = data.truth();
    Selection chosen = selection.selection();
    for (Path file : outputs()) {
      PathCheck.writable(file);
    }
    try (Classifier classifier = options.open(this::configure);
        Classifier second = compare.open(options, this::configure)) {
      Progress shown = new Progress(streams, progress || streams.terminal());
      Interruption interruption = Interruption.intercept();
      Misses misses = new Misses(report == null ? 0 : Misses.MOST);
      List<EvaluationObserver> observers = new ArrayList<>();
      observers.add(new EvalProgress(streams, shown, csv));
      observers.add(misses);
      PairedEvaluation paired = null;
      if (second != null) {
        compare.checkClasses(classifier, second).ifPresent(streams::message);
        paired = new PairedEvaluation(second, folder);
        observers.add(paired);
      }
      Evaluation evaluation =
          Evaluation.of(classifier)
              .groundTruth(truth)
              .selection(chosen)
              .depth(top)
              .describe(settings -> describe(settings, options.modelFile()))
              .observer(new Observers(observers))
              .stopWhen(interruption::happened);
      if (journal != null) {
        evaluation.journal(journal);
      }
      EvaluationResult result = run(evaluation, folder);
      shown.clear();
      Findings findings =
          new Findings(
              result,
              paired == null || second == null
                  ? Optional.empty()
                  : Optional.of(
                      new Findings.Compared(
                          describe(EvaluationSettings.of(second), compare.file(options)),
                          paired.comparison())),
              grid.asked() && result.complete()
                  ? Optional.of(runGrid(classifier, folder, truth, interruption))
                  : Optional.empty());
      if (report != null) {
        writeReport(report, findings, folder, misses);
      }
      return print(findings, interruption);
    }
  }

  private void requireTogether() {
    if (json && csv) {
      throw usage("--json and --csv exclude each other", null);
    }
    if (journal != null && report != null && sameFile(journal, report)) {
      throw usage("--journal and --report name the same file, " + report + "; name two", null);
    }
    if (compare.asked() && journal != null) {
      throw usage(
          "--compare and --journal exclude each other: a journal has one model's answers", null);
    }
    if ((compare.asked() || grid.asked()) && selection.selection().shard().of() > 1) {
      throw usage(
          "--shard excludes --compare and --grid: 'bpu4j eval merge' adds up accuracies only",
          null);
    }
  }

  private static boolean sameFile(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private List<Path> outputs() {
    return Stream.of(journal, report).filter(Objects::nonNull).toList();
  }

  private GridResult runGrid(
      Classifier classifier, Path folder, GroundTruth truth, Interruption interruption)
      throws IOException {
    LabeledPictures pictures =
        new LabeledPictures(folder, truth, ClassNames.of(classifier.labels()));
    long all = pictures.check().pictures();
    Progress shown = new Progress(streams, progress || streams.terminal());
    streams.say("eval.grid", "evaluating the grid");
    shown.begin(selection.selection().size(all));
    try (LabeledPictures.Walk walk = pictures.walk(selection.selection(), all)) {
      return grid.run(
          options,
          classifier,
          this::configure,
          Math.min(top, classifier.labels().size()),
          walk,
          interruption::happened,
          count -> shown.done(count, ""));
    } finally {
      shown.clear();
    }
  }

  private void writeReport(Path file, Findings findings, Path folder, Misses misses)
      throws IOException {
    List<String> arguments =
        Objects.requireNonNull(spec).root().commandLine().getParseResult().originalArgs();
    byte[] page = EvaluationReport.page(findings, folder, misses.mostConfident(), arguments);
    CompleteFile.write(file, page);
    streams.say("eval.report", "the report is in %s", TerminalText.printable(file.toString()));
  }

  private void configure(ClassifierBuilder builder) {
    builder.maxResults(compare.asked() ? ALL_CLASSES : top).scoreThreshold(-Float.MAX_VALUE);
  }

  private EvaluationSettings describe(EvaluationSettings settings, Optional<Path> file) {
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

  private int print(Findings findings, Interruption interruption) throws IOException {
    EvaluationResult result = findings.result();
    if (json) {
      streams.result(FindingsJson.of(findings));
    } else if (!csv) {
      streams.result(FindingsText.of(findings, streams.texts()));
    }
    AccuracyText.unreadable(result, streams.texts()).forEach(streams::message);
    if (!result.complete()) {
      streams.say(
          "eval.ended",
          "%s after %d of %d pictures%s",
          interruption.happened()
              ? Text.of("eval.ended.interrupted", "interrupted")
              : Text.of("eval.ended.early", "ended"),
          result.evaluated(),
          result.run().selected(),
          journal == null
              ? ""
              : Text.of("eval.ended.journal", "; the same command goes on from here"));
      return interruption.happened() ? ExitCode.INTERRUPTED : ExitCode.ITEM_FAILED;
    }
    return result.accuracy().unreadable() == 0 ? ExitCode.OK : ExitCode.ITEM_FAILED;
  }

  private ParameterException usage(String message, @Nullable Exception cause) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message, cause);
  }
}
