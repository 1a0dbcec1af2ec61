// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval;

import io.github.bpu4j.api.Labels;
import io.github.bpu4j.cli.eval.report.Findings;

/** All findings for people. */
final class FindingsText {
  private FindingsText() {}

  static String of(Findings findings) {
    Labels labels = findings.result().run().settings().labels();
    return AccuracyText.of(findings.result())
        + findings.comparison().map(each -> ComparisonText.of(each, labels)).orElse("")
        + findings.grid().map(GridText::of).orElse("");
  }
}
