// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import java.util.OptionalDouble;

/** How far the scores of two classifiers for one picture are apart. */
final class ScorePair {
  /** The floor of a score before its logarithm: what a softmax rounds to 0 has some logit. */
  static final double FLOOR = 1e-7;

  /** How far a score may exceed 1 by the rounding of a model's own softmax. */
  private static final float ROUNDING = 1e-3f;

  private final float[] first;
  private final float[] second;

  /** Of equal lengths, finite; kept, not copied. */
  ScorePair(float[] first, float[] second) {
    this.first = first;
    this.second = second;
  }

  /** Mean over the classes of |first - second|; empty unless all are in 0..1. */
  OptionalDouble meanDifference() {
    if (!areProbabilities(first) || !areProbabilities(second)) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += Math.abs((double) first[i] - second[i]);
    }
    return OptionalDouble.of(Math.min(1, sum / first.length));
  }

  double cosine() {
    return cosine(doubles(first), doubles(second));
  }

  double centeredLogitCosine() {
    return cosine(centered(logits(first)), centered(logits(second)));
  }

  private static double[] logits(float[] scores) {
    double[] logits = doubles(scores);
    if (areProbabilities(scores)) {
      for (int i = 0; i < logits.length; i++) {
        logits[i] = Math.log(Math.max(logits[i], FLOOR));
      }
    }
    return logits;
  }

  private static double[] centered(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] -= mean;
    }
    return values;
  }

  /** 0 if one of the two is a null vector, 1 if both are. */
  private static double cosine(double[] a, double[] b) {
    double dot = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      squaresA += a[i] * a[i];
      squaresB += b[i] * b[i];
    }
    if (squaresA == 0 || squaresB == 0) {
      return squaresA == squaresB ? 1 : 0;
    }
    double cosine = dot / (Math.sqrt(squaresA) * Math.sqrt(squaresB));
    return Math.max(-1, Math.min(1, cosine));
  }

  private static boolean areProbabilities(float[] scores) {
    for (float score : scores) {
      if (score < 0 || score > 1 + ROUNDING) {
        return false;
      }
    }
    return true;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
