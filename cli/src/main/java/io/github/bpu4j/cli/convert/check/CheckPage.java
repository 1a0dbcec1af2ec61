// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.cli.io.TerminalText;
import io.github.bpu4j.cli.language.Text;
import io.github.bpu4j.cli.language.Texts;
import io.github.bpu4j.evaluation.compare.ModelComparison;
import io.github.bpu4j.preprocess.YuvRange;

/** The result for people. */
final class CheckPage {
  private static final int NAME = 22;

  private final StringBuilder text = new StringBuilder();
  private final Texts texts;

  private CheckPage(Texts texts) {
    this.texts = texts;
  }

  static String of(CheckResult result, Texts texts) {
    return new CheckPage(texts).page(result);
  }

  private String page(CheckResult result) {
    CheckRun run = result.run();
    line(
        Text.of(
            "check.title",
            "%s against %s, %d pictures",
            run.compiled(),
            run.network(),
            run.pictures().size()));
    inputs(run);
    outcomes(result);
    verdict(result);
    result.hint().ifPresent(this::line);
    return text.toString();
  }

  private void inputs(CheckRun run) {
    row(
        Text.of("check.pixels", "pixels"),
        Text.of(
            "check.pixels.fed",
            "%s, %s, %s range",
            run.settings().fit(),
            run.settings().interpolation(),
            run.settings().range()));
    row(
        Text.of("check.fed", "network fed"),
        Text.of(
            "check.fed.colors",
            "%s, mean %s, scale %s",
            run.colors().order(),
            run.colors().mean(),
            run.colors().scale()));
  }

  private void outcomes(CheckResult result) {
    ModelComparison comparison = result.comparison();
    row(
        Text.of("check.cosine", "logit cosine"),
        Text.of(
            "check.cosine.range",
            "%.4f (%.4f to %.4f)",
            result.cosine(),
            comparison.logitCosine().least(),
            comparison.logitCosine().most()));
    row(
        Text.of("check.same", "same first class"),
        Text.of("check.same.share", "%s", comparison.agreement()));
    if (comparison.difference().pictures() > 0) {
      row(
          Text.of("check.difference", "score difference"),
          Text.of("check.difference.mean", "%.6f on average", comparison.difference().mean()));
    }
    boolean full = result.run().settings().range() == YuvRange.FULL;
    row(
        Text.of("check.other-range", "in the other range"),
        Text.of(
            "check.other-range.cosine",
            "%.4f as %s",
            result.otherRange(),
            full ? YuvRange.VIDEO : YuvRange.FULL));
  }

  private void verdict(CheckResult result) {
    switch (result.verdict().kind()) {
      case GOOD ->
          line(
              Text.of(
                  "check.good",
                  "good: the compiled file answers like the network (%.3f or above)",
                  result.run().limit()));
      case CANNOT_TELL -> line(unknown(result));
      case DOES_NOT_MATCH -> {
        line(Text.of("check.bad", "something does not match; likely:"));
        int number = 1;
        for (Verdict.Likely each : result.verdict().likely()) {
          line(
              Text.of(
                  "check.likely", "  %d. %s: %s", number++, each.cause().title(), each.evidence()));
          line(Text.of("check.look", "     look at %s", each.cause().remedy()));
        }
      }
    }
  }

  private static Text unknown(CheckResult result) {
    if (result.coarse()) {
      return Text.of(
          "check.coarse",
          "cannot tell: its scores come in coarse steps; compare first classes and differences");
    }
    return result.run().pictures().size() < Verdict.ENOUGH
        ? Text.of(
            "check.few", "cannot tell from %d pictures; take 20", result.run().pictures().size())
        : Text.of(
            "check.between",
            "cannot tell: below %.3f, and not so low that a mistake is likely; take more pictures,"
                + " or calibrate with others",
            result.run().limit());
  }

  private void row(Text name, Text value) {
    text.append(TerminalText.pad("  " + texts.text(name), NAME))
        .append(texts.text(value))
        .append('\n');
  }

  private void line(Text line) {
    text.append(texts.text(line)).append('\n');
  }
}
