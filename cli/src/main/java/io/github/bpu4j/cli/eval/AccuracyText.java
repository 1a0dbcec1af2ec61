// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.Timings;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.ClassAccuracy;
import io.github.bpu4j.evaluation.Confusion;
import io.github.bpu4j.evaluation.EvaluationResult;
import io.github.bpu4j.evaluation.EvaluationSettings;
import io.github.bpu4j.evaluation.Speed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A result for people: figures, then the worst classes and mistakes. */
final class AccuracyText {
  private static final int MOST = 10;
  private static final int NAME = 13;

  private AccuracyText() {}

  static String of(EvaluationResult result, Texts texts) {
    EvaluationSettings settings = result.run().settings();
    Accuracy accuracy = result.accuracy();
    List<String> lines = new ArrayList<>();
    lines.add(
        texts.text(
            "eval.model",
            "Model %s on runtime %s%s",
            settings.model(),
            settings.runtime(),
            EvalWords.simulated(settings)));
    lines.add(texts.text("eval.settings", "Settings: %s", EvalWords.settings(settings)));
    lines.add(row("top-1", texts.text(EvalWords.share(accuracy.top1()))));
    if (accuracy.depth() > 1) {
      lines.add(
          row(
              "top-" + accuracy.depth(),
              texts.text(EvalWords.share(accuracy.topK(accuracy.depth())))));
    }
    accuracy
        .meanConfidence()
        .ifPresent(
            mean ->
                lines.add(
                    row(
                        texts.text("eval.confidence", "confidence"),
                        texts.text(
                            "eval.calibration",
                            "%.2f %% mean, expected calibration error %.2f %%",
                            100 * mean,
                            100 * accuracy.calibrationError().orElseThrow()))));
    lines.add(row(texts.text("eval.unreadable", "unreadable"), "" + accuracy.unreadable()));
    addSpeed(lines, result.speed(), texts);
    addClasses(lines, accuracy, settings.labels(), texts);
    addConfused(lines, accuracy, settings.labels(), texts);
    return lines.stream()
        .map(line -> TerminalText.printable(line) + System.lineSeparator())
        .collect(Collectors.joining());
  }

  /** The unreadable pictures that are listed, a line for each. */
  static List<String> unreadable(EvaluationResult result, Texts texts) {
    Accuracy accuracy = result.accuracy();
    List<String> lines =
        new ArrayList<>(
            accuracy.firstUnreadable().stream()
                .map(each -> TerminalText.printable(each.path() + ": " + each.error()))
                .toList());
    if (accuracy.unreadable() > 0) {
      lines.add(
          texts.text(
              "eval.unanswered",
              "%d of %d pictures had no answer%s",
              accuracy.unreadable(),
              result.evaluated(),
              accuracy.unreadable() > lines.size()
                  ? Text.of("eval.unanswered.listed", "; the first %d are listed", lines.size())
                  : ""));
    }
    return lines;
  }

  private static void addSpeed(List<String> lines, Speed speed, Texts texts) {
    if (speed.pictures() > 0) {
      lines.add(
          row(
              texts.text("eval.speed", "speed"),
              texts.text("eval.rate", "%.1f pictures/s", speed.picturesPerSecond())));
    }
    if (speed.timed() > 0) {
      Timings means = speed.means();
      lines.add(
          row(
              texts.text("eval.picture", "a picture"),
              texts.text(
                  "eval.phases",
                  "%.2f ms: decode %.2f, wait %.2f, preprocess %.2f, infer %.2f, postprocess %.2f",
                  means.totalNanos() / 1e6,
                  means.decodeNanos() / 1e6,
                  means.queueNanos() / 1e6,
                  means.preprocessNanos() / 1e6,
                  means.inferNanos() / 1e6,
                  means.postprocessNanos() / 1e6)));
    }
  }

  private static void addClasses(
      List<String> lines, Accuracy accuracy, Labels labels, Texts texts) {
    List<ClassAccuracy> worst =
        accuracy.byClass().stream()
            .filter(each -> each.right() < each.pictures())
            .sorted(
                Comparator.comparingDouble((ClassAccuracy each) -> each.recall().value())
                    .thenComparing(ClassAccuracy::pictures, Comparator.reverseOrder()))
            .limit(MOST)
            .toList();
    if (!worst.isEmpty()) {
      lines.add(texts.text("eval.worst", "Worst classes (right of pictures, precision):"));
    }
    for (ClassAccuracy each : worst) {
      lines.add(
          texts.text(
              "eval.class",
              "  %d of %d, %s  %d %s",
              each.right(),
              each.pictures(),
              each.answers() == 0
                  ? Text.of("eval.never", "never answered")
                  : format("%.1f %%", 100 * each.precision().value()),
              each.index(),
              labels.name(each.index())));
    }
  }

  private static void addConfused(
      List<String> lines, Accuracy accuracy, Labels labels, Texts texts) {
    List<Confusion> confused = accuracy.mostConfused(MOST);
    if (!confused.isEmpty()) {
      lines.add(texts.text("eval.confused", "Most confused (pictures, truth, answer):"));
    }
    for (Confusion each : confused) {
      lines.add(
          format(
              "  %d  %d %s  ->  %d %s",
              each.pictures(),
              each.truth(),
              labels.name(each.truth()),
              each.answer(),
              labels.name(each.answer())));
    }
  }

  private static String row(String name, String value) {
    return TerminalText.pad(name, NAME) + value;
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
