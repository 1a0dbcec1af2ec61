// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.api.Labels;
import io.github.bpu4j.cli.eval.report.Findings;
import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
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
  private static final int NAME = 13;
  private static final double SIGNIFICANT = 0.05;

  private ComparisonText() {}

  static String of(Findings.Compared compared, Labels labels, Texts texts) {
    EvaluationSettings second = compared.second();
    ModelComparison comparison = compared.comparison();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        texts.text(
            "eval.compared",
            "Compared with %s on runtime %s%s",
            second.model(),
            second.runtime(),
            EvalWords.simulated(second)));
    lines.add(texts.text("eval.settings", "Settings: %s", EvalWords.settings(second)));
    lines.add(row(texts.text("eval.compared.first", "first"), accuracy(comparison.first(), texts)));
    lines.add(
        row(texts.text("eval.compared.second", "second"), accuracy(comparison.second(), texts)));
    lines.add(
        row(
            texts.text("eval.compared.same", "same class"),
            texts.text(EvalWords.share(comparison.agreement()))));
    lines.add(row("McNemar", verdict(comparison.mcNemar(), texts)));
    addScores(lines, comparison, texts);
    addFlipped(lines, comparison, labels, texts);
    return lines.stream()
        .map(line -> TerminalText.printable(line) + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private static String row(String name, String value) {
    return TerminalText.pad(name, NAME) + value;
  }

  private static String accuracy(Accuracy accuracy, Texts texts) {
    int depth = accuracy.depth();
    Text top1 = EvalWords.share(accuracy.top1());
    return depth == 1
        ? texts.text("eval.compared.top1", "top-1 %s", top1)
        : texts.text(
            "eval.compared.topk",
            "top-1 %s, top-%d %s",
            top1,
            depth,
            EvalWords.share(accuracy.topK(depth)));
  }

  private static String verdict(McNemar test, Texts texts) {
    return texts.text(
        "eval.mcnemar",
        "right only in the first: %d, only in the second: %d; p = %.4g (%s), %s",
        test.onlyFirst(),
        test.onlySecond(),
        test.pValue(),
        test.exact()
            ? Text.of("eval.mcnemar.exact", "exact")
            : Text.of("eval.mcnemar.chi", "chi-square %.2f", test.chiSquare()),
        test.pValue() < SIGNIFICANT
            ? Text.of("eval.mcnemar.unlikely", "which is unlikely to be chance")
            : Text.of("eval.mcnemar.likely", "which may well be chance"));
  }

  private static void addScores(List<String> lines, ModelComparison comparison, Texts texts) {
    if (comparison.difference().pictures() > 0) {
      lines.add(
          row(
              texts.text("eval.scores", "scores"),
              texts.text(
                  "eval.scores.differ",
                  "differ by %.6f on average, by %.6f for the picture that differs most",
                  comparison.difference().mean(),
                  comparison.difference().most())));
    }
    if (comparison.cosine().pictures() > 0) {
      lines.add(
          row(
              texts.text("eval.cosine", "cosine"),
              texts.text(
                  "eval.cosines",
                  "of scores %.6f on average, lowest %.6f; of centered logits %.6f, lowest %.6f",
                  comparison.cosine().mean(),
                  comparison.cosine().least(),
                  comparison.logitCosine().mean(),
                  comparison.logitCosine().least())));
    }
  }

  private static void addFlipped(
      List<String> lines, ModelComparison comparison, Labels labels, Texts texts) {
    if (comparison.flipped() == 0) {
      return;
    }
    lines.add(
        texts.text(
            "eval.flipped",
            "Different first class (%d pictures%s):",
            comparison.flipped(),
            comparison.flipped() > MOST
                ? Text.of("eval.flipped.first", ", the first %d", MOST)
                : ""));
    for (FlippedPicture each : comparison.firstFlipped().stream().limit(MOST).toList()) {
      lines.add(
          format(
              "  %s  %s %.3f  ->  %s %.3f%s",
              each.path(),
              inWords(labels, each.first()),
              each.firstScore(),
              inWords(labels, each.second()),
              each.secondScore(),
              each.truth().isPresent() ? texts.text(right(each, each.truth().getAsInt())) : ""));
    }
  }

  private static Text right(FlippedPicture picture, int truth) {
    if (picture.first() == truth) {
      return Text.of("eval.flipped.first-right", "  (the first is right)");
    }
    return picture.second() == truth
        ? Text.of("eval.flipped.second-right", "  (the second is right)")
        : Text.of("eval.flipped.none-right", "  (neither is right)");
  }

  private static String inWords(Labels labels, int index) {
    return index + " " + labels.name(index);
  }

  private static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
