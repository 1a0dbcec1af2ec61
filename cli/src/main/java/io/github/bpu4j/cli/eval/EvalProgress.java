// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.api.Labels;
import io.github.bpu4j.cli.io.Progress;
import io.github.bpu4j.cli.io.ResultsClosedException;
import io.github.bpu4j.cli.io.Streams;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.evaluation.EvaluatedPicture;
import io.github.bpu4j.evaluation.EvaluationObserver;
import io.github.bpu4j.evaluation.EvaluationRun;
import io.github.bpu4j.evaluation.data.DataSummary;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells how labels were understood, shows progress, and prints rows. */
final class EvalProgress implements EvaluationObserver {
  private final Streams streams;
  private final Progress progress;
  private final boolean csv;
  private Labels labels = Labels.numbered(1);
  private long evaluated;
  private long answered;
  private long right;

  /**
   * Follows one run.
   *
   * @param csv whether to print a row per picture
   */
  EvalProgress(Streams streams, Progress progress, boolean csv) {
    this.streams = streams;
    this.progress = progress;
    this.csv = csv;
  }

  @Override
  public void checked(EvaluationRun run) {
    labels = run.settings().labels();
    DataSummary data = run.data();
    streams.say(
        "eval.data",
        "%d pictures of %d classes, %s; %s, such as %s",
        data.pictures(),
        data.classes(),
        EvalWords.layout(TerminalText.printable(data.layout())),
        data.kinds().entrySet().stream()
            .map(kind -> streams.texts().text(EvalWords.labels(kind.getKey(), kind.getValue())))
            .collect(Collectors.joining(", ")),
        data.examples().stream().map(this::inWords).collect(Collectors.joining(", ")));
    if (data.missing() > 0) {
      streams.say("eval.missing", "%d of them do not exist", data.missing());
    }
    if (run.selected() < data.pictures()) {
      streams.say(
          "eval.selection",
          "evaluating %d: %s",
          run.selected(),
          EvalWords.selection(run.selection()));
    }
    progress.begin(run.selected());
    if (csv) {
      print(PictureRow.HEADING);
    }
  }

  private String inWords(DataSummary.Example example) {
    return TerminalText.printable(
        "%s = %d (%s)".formatted(example.label(), example.index(), labels.name(example.index())));
  }

  @Override
  public void resumed(long pictures) {
    progress.clear();
    streams.say("eval.resumed", "resumed: %d pictures are in the journal", pictures);
    progress.skip(pictures);
  }

  @Override
  public void evaluated(EvaluatedPicture picture) {
    evaluated++;
    answered += picture.error().isEmpty() ? 1 : 0;
    right += picture.right() ? 1 : 0;
    if (csv) {
      progress.clear();
      print(PictureRow.of(picture, labels));
    }
    progress.done(
        evaluated,
        answered == 0
            ? ""
            : String.format(Locale.ROOT, ", top-1 %.2f %%", 100.0 * right / answered));
  }

  private void print(String row) {
    try {
      streams.result(row);
    } catch (ResultsClosedException e) {
      throw new UncheckedIOException(e);
    }
  }
}
