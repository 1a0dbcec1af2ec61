// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.check;

import io.github.bpu4j.evaluation.compare.ModelComparison;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.Locale;

/** The result for people. */
final class CheckPage {
  private final StringBuilder text = new StringBuilder();

  private CheckPage() {}

  static String of(CheckResult result) {
    return new CheckPage().page(result);
  }

  private String page(CheckResult result) {
    CheckRun run = result.run();
    ModelComparison comparison = result.comparison();
    YuvRange range = run.settings().range();
    line("%s against %s, %d pictures", run.compiled(), run.network(), run.pictures().size());
    row("pixels", "%s, %s, %s range", run.settings().fit(), run.settings().interpolation(), range);
    row(
        "network fed",
        "%s, mean %s, scale %s",
        run.colors().order(),
        run.colors().mean(),
        run.colors().scale());
    row(
        "logit cosine",
        "%.4f (%.4f to %.4f)",
        result.cosine(),
        comparison.logitCosine().least(),
        comparison.logitCosine().most());
    row("same first class", "%s", comparison.agreement());
    if (comparison.difference().pictures() > 0) {
      row("score difference", "%.6f on average", comparison.difference().mean());
    }
    row(
        "in the other range",
        "%.4f as %s",
        result.otherRange(),
        range == YuvRange.FULL ? YuvRange.VIDEO : YuvRange.FULL);
    verdict(result);
    result.hint().ifPresent(hint -> line("%s", hint));
    return text.toString();
  }

  private void verdict(CheckResult result) {
    Verdict verdict = result.verdict();
    switch (verdict.kind()) {
      case GOOD ->
          line(
              "good: the compiled file answers like the network (%.3f or above)",
              result.run().limit());
      case CANNOT_TELL -> cannotTell(result);
      case DOES_NOT_MATCH -> {
        line("something does not match; likely:");
        int number = 1;
        for (Verdict.Likely each : verdict.likely()) {
          line("  %d. %s: %s", number++, each.cause().title(), each.evidence());
          line("     look at %s", each.cause().remedy());
        }
      }
    }
  }

  private void cannotTell(CheckResult result) {
    if (result.coarse()) {
      line("cannot tell: its scores come in coarse steps; compare first classes and differences");
    } else if (result.run().pictures().size() < Verdict.ENOUGH) {
      line("cannot tell from %d pictures; take 20", result.run().pictures().size());
    } else {
      line(
          "cannot tell: below %.3f, and not so low that a mistake is likely; take more pictures, or"
              + " calibrate with others",
          result.run().limit());
    }
  }

  private void row(String name, String form, Object... values) {
    line("  %-19s %s", name, String.format(Locale.ROOT, form, values));
  }

  private void line(String form, Object... values) {
    text.append(String.format(Locale.ROOT, form, values)).append('\n');
  }
}
