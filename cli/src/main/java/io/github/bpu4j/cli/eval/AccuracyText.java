// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.api.Labels;
import io.github.bpu4j.api.Timings;
import io.github.bpu4j.cli.io.TerminalText;
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

  private AccuracyText() {}

  static String of(EvaluationResult result) {
    EvaluationSettings settings = result.run().settings();
    Accuracy accuracy = result.accuracy();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Model %s on runtime %s%s"
            .formatted(
                settings.model(),
                settings.runtime(),
                settings.simulated() ? ", SIMULATED: a stand-in or the simulator answered" : ""));
    lines.add(
        "Settings: "
            + settings.settings().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().value())
                .collect(Collectors.joining(", ")));
    lines.add("top-1        " + accuracy.top1());
    if (accuracy.depth() > 1) {
      lines.add("top-%-8d %s".formatted(accuracy.depth(), accuracy.topK(accuracy.depth())));
    }
    accuracy
        .meanConfidence()
        .ifPresent(
            mean ->
                lines.add(
                    format(
                        "confidence   %.2f %% mean, expected calibration error %.2f %%",
                        100 * mean, 100 * accuracy.calibrationError().orElseThrow())));
    lines.add("unreadable   " + accuracy.unreadable());
    addSpeed(lines, result.speed());
    addClasses(lines, accuracy, settings.labels());
    addConfused(lines, accuracy, settings.labels());
    return lines.stream()
        .map(line -> TerminalText.printable(line) + System.lineSeparator())
        .collect(Collectors.joining());
  }

  /** The unreadable pictures that are listed, a line for each. */
  static List<String> unreadable(EvaluationResult result) {
    Accuracy accuracy = result.accuracy();
    List<String> lines =
        new ArrayList<>(
            accuracy.firstUnreadable().stream()
                .map(each -> TerminalText.printable(each.path() + ": " + each.error()))
                .toList());
    if (accuracy.unreadable() > 0) {
      lines.add(
          "%d of %d pictures had no answer%s"
              .formatted(
                  accuracy.unreadable(),
                  result.evaluated(),
                  accuracy.unreadable() > lines.size()
                      ? "; the first " + lines.size() + " are listed"
                      : ""));
    }
    return lines;
  }

  private static void addSpeed(List<String> lines, Speed speed) {
    if (speed.pictures() > 0) {
      lines.add(format("speed        %.1f pictures/s", speed.picturesPerSecond()));
    }
    if (speed.timed() > 0) {
      Timings means = speed.means();
      lines.add(
          format(
              "a picture    %.2f ms: decode %.2f, wait %.2f, preprocess %.2f, infer %.2f,"
                  + " postprocess %.2f",
              means.totalNanos() / 1e6,
              means.decodeNanos() / 1e6,
              means.queueNanos() / 1e6,
              means.preprocessNanos() / 1e6,
              means.inferNanos() / 1e6,
              means.postprocessNanos() / 1e6));
    }
  }

  private static void addClasses(List<String> lines, Accuracy accuracy, Labels labels) {
    List<ClassAccuracy> worst =
        accuracy.byClass().stream()
            .filter(each -> each.right() < each.pictures())
            .sorted(
                Comparator.comparingDouble((ClassAccuracy each) -> each.recall().value())
                    .thenComparing(ClassAccuracy::pictures, Comparator.reverseOrder()))
            .limit(MOST)
            .toList();
    if (!worst.isEmpty()) {
      lines.add("Worst classes (right of pictures, precision):");
    }
    for (ClassAccuracy each : worst) {
      lines.add(
          format(
              "  %d of %d, %s  %d %s",
              each.right(),
              each.pictures(),
              each.answers() == 0
                  ? "never answered"
                  : format("%.1f %%", 100 * each.precision().value()),
              each.index(),
              labels.name(each.index())));
    }
  }

  private static void addConfused(List<String> lines, Accuracy accuracy, Labels labels) {
    List<Confusion> confused = accuracy.mostConfused(MOST);
    if (!confused.isEmpty()) {
      lines.add("Most confused (pictures, truth, answer):");
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

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
