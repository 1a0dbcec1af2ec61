// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierBuilder;
import io.github.bpu4j.cli.io.ExitCode;
import io.github.bpu4j.cli.io.Progress;
import io.github.bpu4j.cli.io.StartClock;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.options.ClassifierOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bpu4j classify}: names what pictures show. */
@Command(
    name = "classify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Classifies pictures; a folder means all pictures below it.",
    footer = {
      "",
      "Examples:",
      "  bpu4j classify photo.jpg",
      "  bpu4j classify --model resnet18.bin --top 1 --json photos/ > answers.jsonl",
      "  bpu4j classify --annotate drawn/ photos/",
      "  ffmpeg -i video.mp4 -frames:v 1 -f image2pipe -c:v png - | bpu4j classify -"
    })
public final class ClassifyCommand implements Callable<Integer> {
  private final Streams streams;
  private final StartClock clock;

  @Parameters(
      arity = "1..*",
      paramLabel = "PICTURE",
      description = {
        "Pictures: JPEG, PNG, BMP, GIF, PNM, TIFF or WebP files, or folders of them;",
        "- reads one from standard input."
      })
  private List<Path> pictures = List.of();

  @Mixin private ClassifierOptions options = new ClassifierOptions();

  @Option(
      names = {"-n", "--top"},
      paramLabel = "N",
      description = "How many classes to list per picture (${DEFAULT-VALUE}).")
  private int top = 5;

  @Option(
      names = "--threshold",
      paramLabel = "SCORE",
      description = "List only classes with at least this score (${DEFAULT-VALUE}).")
  private float threshold = 0;

  @Option(
      names = "--locale",
      paramLabel = "LANGUAGE",
      description = "Show labels in this language if they are available in it, for example zh.")
  private @Nullable Locale locale;

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
    clock.end("command line");
    List<PictureFiles.Item> items = PictureFiles.of(pictures);
    ClassifyReport report =
        json
            ? new ClassifyJson(streams, locale != null)
            : new ClassifyTable(streams, items.stream().map(PictureFiles.Item::path).toList());
    try (Classifier classifier = options.open(this::configure)) {
      clock.end("open the classifier");
      return classify(classifier, items, report);
    }
  }

  private void configure(ClassifierBuilder builder) {
    builder.maxResults(top).scoreThreshold(threshold);
    if (locale != null) {
      builder.displayNamesLocale(locale);
    }
  }

  private int classify(Classifier classifier, List<PictureFiles.Item> items, ClassifyReport report)
      throws IOException {
    boolean shown = progress || (streams.terminal() && items.size() > 1);
    ClassifyRun run =
        new ClassifyRun(
            items,
            report,
            annotate == null ? null : new Annotations(annotate),
            new Progress(streams, shown, items.size()),
            timing ? this::printTiming : () -> {});
    int failed = run.classify(classifier);
    if (failed > 0 && items.size() > 1) {
      streams.message(failed + " of " + items.size() + " pictures failed");
    }
    return failed == 0 ? ExitCode.OK : ExitCode.ITEM_FAILED;
  }

  private void printTiming() {
    clock.end("first picture");
    streams.message(clock.report());
  }
}
