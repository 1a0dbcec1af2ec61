// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Failures;
import io.github.bpu4j.cli.io.Interruption;
import io.github.bpu4j.cli.io.Progress;
import io.github.bpu4j.cli.io.StartClock;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.language.Language;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.options.CategoryOptions;
import io.github.bpu4j.cli.options.ClassifierOptions;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bpu4j classify}: names what pictures show. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Classifies pictures; a folder means all pictures below it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bpu4j classify photo.jpg",
      "  bpu4j classify --model resnet18.bin --top 1 --json photos/ > answers.jsonl",
      "  bpu4j classify --annotate drawn/ photos/",
      "  ffmpeg -i video.mp4 -frames:v 1 -f image2pipe -c:v png - | bpu4j classify -"
    })
public final class ClassifyCommand implements Callable<Integer> {
  private final Streams streams;
  private final StartClock clock;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PICTURE",
      description = {
        "Pictures: JPEG, PNG, BMP, GIF, PNM, TIFF or WebP files, or folders of them;",
        "- reads one from standard input."
      })
  private List<Path> pictures = List.of();

  @Mixin private ClassifierOptions options = new ClassifierOptions();

  @Mixin private CategoryOptions categories = new CategoryOptions();

  @Option(names = "--json", description = "Print one JSON object per picture, one per line.")
  private boolean json;

  @Option(
      names = "--annotate",
      paramLabel = "DIR",
      description =
          "Write a copy of each picture with label and score to DIR/<stem>.annotated.png.")
  private @Nullable Path annotate;

  @Option(names = "--progress", description = "Show progress even if stderr is not a terminal.")
  private boolean progress;

  @Option(names = "--timing", description = "Show where the time went until the first result.")
  private boolean timing;

  public ClassifyCommand(Streams streams, StartClock clock) {
    this.streams = streams;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    clock.end(Text.of("timing.arguments", "command line"));
    Annotations annotations = annotations();
    PictureFiles files = PictureFiles.of(pictures);
    if (files.drawings() > 0) {
      streams.say(
          "classify.left-out",
          "left out what --annotate wrote (*.annotated.png): %d; name a file to classify it",
          files.drawings());
    }
    ClassifyReport report =
        json
            ? new ClassifyJson(streams, categories.hasLocale())
            : new ClassifyTable(streams, files.items());
    try (Classifier classifier = options.open(this::configure)) {
      clock.end(Text.of("timing.open", "open the classifier"));
      return classify(classifier, files.items(), annotations, report);
    }
  }

  /** Made before the model is loaded, so that a wrong folder is reported at once. */
  private @Nullable Annotations annotations() {
    if (annotate == null) {
      return null;
    }
    try {
      return new Annotations(annotate, options.decoding().limits());
    } catch (FileAlreadyExistsException e) {
      throw usage("--annotate " + annotate + ": this is a file, expected a folder", e);
    } catch (IOException e) {
      throw usage("--annotate: " + Failures.text(e), e);
    }
  }

  private ParameterException usage(String message, Exception cause) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message, cause);
  }

  private void configure(ClassifierBuilder builder) {
    categories.applyTo(builder, json ? Language.EN : streams.texts().language());
  }

  private int classify(
      Classifier classifier,
      List<PictureFiles.Item> items,
      @Nullable Annotations annotations,
      ClassifyReport report)
      throws IOException {
    boolean shown = progress || (streams.terminal() && items.size() > 1);
    Interruption interruption = Interruption.intercept();
    ClassifyRun run =
        new ClassifyRun(
            items,
            report,
            annotations,
            new Progress(streams, shown, items.size()),
            timing ? this::printTiming : () -> {},
            options.decoding().limits(),
            interruption::happened);
    run.classify(classifier);
    if (run.done() < items.size()) {
      streams.say(
          "classify.interrupted",
          "interrupted after %d of %d pictures, %d failed",
          run.done(),
          items.size(),
          run.failed());
      return ExitCode.INTERRUPTED;
    }
    if (run.failed() > 0 && items.size() > 1) {
      streams.say("classify.failed", "%d of %d pictures failed", run.failed(), items.size());
    }
    return run.failed() == 0 ? ExitCode.OK : ExitCode.ITEM_FAILED;
  }

  private void printTiming() {
    clock.end(Text.of("timing.picture", "first picture"));
    streams.message(clock.report(streams.texts()));
  }
}
