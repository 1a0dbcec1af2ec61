// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.eval.report;

import io.github.bpu4j.evaluation.EvaluationSettings;
import io.github.bpu4j.evaluation.Proportion;
import java.util.Locale;
import java.util.Map;

/** Figures as a page shows them. */
final class Texts {
  private Texts() {}

  /** A share with its interval, and a number to sort by. */
  static Map<String, Object> share(Proportion share) {
    boolean known = share.of() > 0;
    return Map.of(
        "percent", known ? percent(share.value()) : "–",
        "low", percent(share.low()),
        "high", percent(share.high()),
        "count", share.count(),
        "of", share.of(),
        "sort", known ? share.value() : -1.0);
  }

  static String percent(double value) {
    return format("%.2f %%", 100 * value);
  }

  static String setting(EvaluationSettings.Setting setting) {
    return setting.value() + " (" + setting.origin() + ")";
  }

  static String format(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
