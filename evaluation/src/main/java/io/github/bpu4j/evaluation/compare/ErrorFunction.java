// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

/**
 * The complementary error function.
 *
 * <p>Source: M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions", 7.1.6 (series) and
 * 7.1.14 (continued fraction).
 */
final class ErrorFunction {
  private static final double SERIES_BELOW = 2.5;

  /** Enough for full double precision from {@link #SERIES_BELOW} on. */
  private static final int FRACTION_DEPTH = 100;

  private ErrorFunction() {}

  /**
   * erfc(x) with a relative error below 10<sup>-11</sup>.
   *
   * @param x 0 or more
   */
  static double complement(double x) {
    return x < SERIES_BELOW ? 1 - series(x) : fraction(x);
  }

  /** erf(x) = 2 / sqrt(pi) * exp(-x^2) * sum of 2^n x^(2n+1) / (1 * 3 * ... * (2n+1)). */
  private static double series(double x) {
    double term = x;
    double sum = 0;
    for (int n = 1; sum + term != sum; n++) {
      sum += term;
      term *= 2 * x * x / (2 * n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /** exp(-x^2) / sqrt(pi) / (x + (1/2) / (x + (2/2) / (x + (3/2) / (x + ...)))). */
  private static double fraction(double x) {
    double denominator = x;
    for (int n = FRACTION_DEPTH; n > 0; n--) {
      denominator = x + n / 2.0 / denominator;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / denominator;
  }
}
