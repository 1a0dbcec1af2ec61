// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.api.Labels;
import io.github.bpu4j.cli.eval.report.Findings;
import io.github.bpu4j.cli.language.Texts;

/** All findings for people. */
final class FindingsText {
  private FindingsText() {}

  static String of(Findings findings, Texts texts) {
    Labels labels = findings.result().run().settings().labels();
    return AccuracyText.of(findings.result(), texts)
        + findings.comparison().map(each -> ComparisonText.of(each, labels, texts)).orElse("")
        + findings.grid().map(grid -> GridText.of(grid, texts)).orElse("");
  }
}
