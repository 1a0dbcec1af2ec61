// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.ClassificationResult;
import io.github.bpu4j.api.ScoreTransform;
import io.github.bpu4j.api.Timings;
import io.github.bpu4j.api.live.LiveResult;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.List;
import java.util.Optional;

/** Answers that no model gave. */
final class SampleAnswers {
  private SampleAnswers() {}

  static ClassificationResult of(String label, float score) {
    return result(List.of(category(label, score)), false);
  }

  static ClassificationResult simulated(String label, float score) {
    return result(List.of(category(label, score)), true);
  }

  static ClassificationResult empty() {
    return result(List.of(), false);
  }

  static LiveResult at(long timestampMicros, String label) {
    return new LiveResult(of(label, 0.5f), timestampMicros, 0, 0, 0);
  }

  private static Category category(String label, float score) {
    return new Category(label.length(), label, label, score);
  }

  private static ClassificationResult result(List<Category> categories, boolean simulated) {
    return new ClassificationResult(
        categories,
        Optional.empty(),
        ScoreTransform.NONE,
        YuvRange.VIDEO,
        "sample",
        "none",
        simulated,
        new Timings(0, 0, 1_000_000, 10_000_000, 0, 11_000_000));
  }
}
