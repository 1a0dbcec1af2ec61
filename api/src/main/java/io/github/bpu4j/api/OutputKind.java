// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.spi.ModelInfo;
import java.util.Optional;

/** What the scores of a warm-up show about a model's output. */
enum OutputKind {
  /** All within 0..1 and their sum is 1, as after a softmax. */
  DISTRIBUTION,
  /** All within 0..1, as after a sigmoid. */
  UNIT,
  /** Some below 0 or above 1: logits. */
  OPEN;

  /** Half-precision outputs are this far off; logits are hardly ever this close. */
  private static final double TOLERANCE = 0.005;

  static OutputKind of(float[] scores) {
    double sum = 0;
    for (float score : scores) {
      if (score < 0 || score > 1) {
        return OPEN;
      }
      sum += score;
    }
    return scores.length > 1 && Math.abs(sum - 1) <= TOLERANCE ? DISTRIBUTION : UNIT;
  }

  /** The transform for scores of which nothing else is known. */
  ScoreTransform transform() {
    return this == OPEN ? ScoreTransform.SOFTMAX : ScoreTransform.NONE;
  }

  /** Tells if a transform is likely wrong for scores of this kind. */
  Optional<String> doubt(ScoreTransform transform, ModelInfo info) {
    boolean done = info.probabilities().orElse(this == DISTRIBUTION);
    if (transform != ScoreTransform.NONE && done) {
      return Optional.of(
          "%s gives probabilities already%s; %s on top of them flattens every score: set scoreTransform to NONE"
              .formatted(
                  info.name(),
                  info.probabilities().isPresent() ? ", says its file" : "",
                  transform));
    }
    if (transform == ScoreTransform.NONE && this == OPEN && !done) {
      return Optional.of(
          "%s gives scores below 0 or above 1, which are not probabilities: set scoreTransform to SOFTMAX, or SIGMOID for a multi-label model"
              .formatted(info.name()));
    }
    return Optional.empty();
  }
}
