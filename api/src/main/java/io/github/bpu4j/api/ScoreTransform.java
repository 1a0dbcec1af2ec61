// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

/**
 * How scores are computed from a model's output.
 *
 * <p>Some models end in a softmax and some do not. Applying softmax twice keeps the ranking but
 * flattens the scores, which is easy to miss, so leave this on AUTO unless you know the model.
 *
 * @since 0.1.0
 */
public enum ScoreTransform {
  /**
   * Decided once, at open: by what the model file says; otherwise NONE if the scores of the warm-up
   * are all in 0..1, and SOFTMAX if not.
   */
  AUTO {
    @Override
    void apply(float[] scores) {
      throw new IllegalStateException("AUTO is resolved at open");
    }
  },
  /** Uses the output as is. */
  NONE {
    @Override
    void apply(float[] scores) {}
  },
  /** {@code exp(x - max) / sum}, summed in double precision; safe for any finite output. */
  SOFTMAX {
    @Override
    void apply(float[] scores) {
      float max = Float.NEGATIVE_INFINITY;
      for (float score : scores) {
        max = Math.max(max, score);
      }
      double sum = 0;
      for (float score : scores) {
        sum += Math.exp(score - max);
      }
      for (int i = 0; i < scores.length; i++) {
        scores[i] = (float) (Math.exp(scores[i] - max) / sum);
      }
    }
  },
  /** {@code 1 / (1 + exp(-x))} for each class on its own; for multi-label models. */
  SIGMOID {
    @Override
    void apply(float[] scores) {
      for (int i = 0; i < scores.length; i++) {
        scores[i] = (float) (1 / (1 + Math.exp(-scores[i])));
      }
    }
  };

  /** Transforms finite scores in place. */
  abstract void apply(float[] scores);
}
