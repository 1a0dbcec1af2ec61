// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

/**
 * Whether one of two classifiers is right more often, or chance explains the difference: McNemar's
 * test over the pictures that exactly one of them has right.
 *
 * <p>Sources: Q. McNemar, "Note on the sampling error of the difference between correlated
 * proportions or percentages", Psychometrika 12 (1947); with the continuity correction of A. L.
 * Edwards, Psychometrika 13 (1948).
 *
 * @param onlyFirst pictures that only the first has right
 * @param onlySecond pictures that only the second has right
 * @since 0.1.0
 */
public record McNemar(long onlyFirst, long onlySecond) {
  /** With fewer pictures than this the p-value is the exact binomial one. */
  public static final int EXACT_BELOW = 25;

  public McNemar {
    if (onlyFirst < 0 || onlySecond < 0) {
      throw new IllegalArgumentException(
          onlyFirst + " and " + onlySecond + " pictures, expected 0 or more");
    }
  }

  /** Pictures that exactly one has right. */
  public long discordant() {
    return onlyFirst + onlySecond;
  }

  /** Whether {@link #pValue} is exact; else it is that of {@link #chiSquare}. */
  public boolean exact() {
    return discordant() < EXACT_BELOW;
  }

  /** The statistic with continuity correction, of one degree of freedom; 0 of no pictures. */
  public double chiSquare() {
    double difference = Math.max(0, Math.abs(onlyFirst - onlySecond) - 1);
    return discordant() == 0 ? 0 : difference * difference / discordant();
  }

  /**
   * How likely two equally good classifiers differ at least as much, in 0..1 and two-sided; 1 of no
   * pictures.
   */
  public double pValue() {
    return exact() ? binomial() : ErrorFunction.complement(Math.sqrt(chiSquare() / 2));
  }

  /** Twice the lower tail of n fair coins; exact in double precision for n below 53. */
  private double binomial() {
    long n = discordant();
    long ways = 1;
    long tail = 0;
    for (long k = 0; k <= Math.min(onlyFirst, onlySecond); k++) {
      tail += ways;
      ways = ways * (n - k) / (k + 1);
    }
    return Math.min(1, 2.0 * tail / (1L << n));
  }
}
