// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.api.Labels;
import io.github.bpu4j.cli.eval.report.Findings;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.evaluation.Accuracy;
import io.github.bpu4j.evaluation.EvaluationSettings;
import io.github.bpu4j.evaluation.compare.FlippedPicture;
import io.github.bpu4j.evaluation.compare.McNemar;
import io.github.bpu4j.evaluation.compare.ModelComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison for people. */
final class ComparisonText {
  private static final int MOST = 10;
  private static final double SIGNIFICANT = 0.05;

  private ComparisonText() {}

  static String of(Findings.Compared compared, Labels labels) {
    EvaluationSettings second = compared.second();
    ModelComparison comparison = compared.comparison();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "Compared with %s on runtime %s%s"
            .formatted(
                second.model(),
                second.runtime(),
                second.simulated() ? ", SIMULATED: a stand-in or the simulator answered" : ""));
    lines.add(
        "Settings: "
            + second.settings().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue().value())
                .collect(Collectors.joining(", ")));
    addRow(lines, "first", comparison.first());
    addRow(lines, "second", comparison.second());
    lines.add("same class   " + comparison.agreement());
    lines.add("McNemar      " + verdict(comparison.mcNemar()));
    addScores(lines, comparison);
    addFlipped(lines, comparison, labels);
    return lines.stream()
        .map(line -> TerminalText.printable(line) + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private static void addRow(List<String> lines, String name, Accuracy accuracy) {
    int depth = accuracy.depth();
    lines.add(
        "%-12s top-1 %s%s"
            .formatted(
                name,
                accuracy.top1(),
                depth == 1 ? "" : ", top-%d %s".formatted(depth, accuracy.topK(depth))));
  }

  private static String verdict(McNemar test) {
    return format(
        "right only in the first: %d, only in the second: %d; p = %.4g (%s), %s",
        test.onlyFirst(),
        test.onlySecond(),
        test.pValue(),
        test.exact() ? "exact" : "chi-square " + format("%.2f", test.chiSquare()),
        test.pValue() < SIGNIFICANT
            ? "which is unlikely to be chance"
            : "which may well be chance");
  }

  private static void addScores(List<String> lines, ModelComparison comparison) {
    if (comparison.difference().pictures() > 0) {
      lines.add(
          format(
              "scores       differ by %.6f on average, by %.6f for the picture that differs most",
              comparison.difference().mean(), comparison.difference().most()));
    }
    if (comparison.cosine().pictures() > 0) {
      lines.add(
          format(
              "cosine       of scores %.6f on average, lowest %.6f; of centered logits %.6f,"
                  + " lowest %.6f",
              comparison.cosine().mean(),
              comparison.cosine().least(),
              comparison.logitCosine().mean(),
              comparison.logitCosine().least()));
    }
  }

  private static void addFlipped(List<String> lines, ModelComparison comparison, Labels labels) {
    if (comparison.flipped() == 0) {
      return;
    }
    lines.add(
        "Different first class (%d pictures%s):"
            .formatted(
                comparison.flipped(), comparison.flipped() > MOST ? ", the first " + MOST : ""));
    for (FlippedPicture each : comparison.firstFlipped().stream().limit(MOST).toList()) {
      lines.add(
          format(
              "  %s  %s %.3f  ->  %s %.3f%s",
              each.path(),
              inWords(labels, each.first()),
              each.firstScore(),
              inWords(labels, each.second()),
              each.secondScore(),
              each.truth().isPresent() ? right(each, each.truth().getAsInt()) : ""));
    }
  }

  private static String right(FlippedPicture picture, int truth) {
    if (picture.first() == truth) {
      return "  (the first is right)";
    }
    return picture.second() == truth ? "  (the second is right)" : "  (neither is right)";
  }

  private static String inWords(Labels labels, int index) {
    return index + " " + labels.name(index);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
