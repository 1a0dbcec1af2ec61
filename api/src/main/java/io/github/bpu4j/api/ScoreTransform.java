// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

/**
 * What turns a network's output into scores.
 *
 * <p>Networks end in a softmax or they do not. Softmax applied twice keeps the ranking and flattens
 * the scores, so nobody notices: leave this AUTO unless the network is known.
 */
public enum ScoreTransform {
  /**
   * Decided once, at open: what the model file says; else NONE when the warm-up's scores all lie
   * within 0..1, SOFTMAX otherwise.
   */
  AUTO {
    @Override
    void apply(float[] scores) {
      throw new IllegalStateException("AUTO is resolved at open");
    }
  },
  /** The output as it is. */
  NONE {
    @Override
    void apply(float[] scores) {}
  },
  /** {@code exp(x - max) / sum}, summed in double: safe for any finite output. */
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
  /** {@code 1 / (1 + exp(-x))} for each class alone: for networks that may name several. */
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
