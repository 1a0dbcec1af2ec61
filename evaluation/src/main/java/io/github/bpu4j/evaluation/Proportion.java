// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import java.util.Locale;

/**
 * A share of counted pictures with its 95 % confidence interval.
 *
 * <p>The interval is Wilson's score interval without continuity correction: E. B. Wilson, "Probable
 * Inference, the Law of Succession, and Statistical Inference", Journal of the American Statistical
 * Association 22 (1927). Unlike the normal approximation it stays within 0..1 and has a width above
 * 0 when all or none are counted.
 *
 * @param count pictures that count, such as right answers
 * @param of pictures in all
 * @since 0.1.0
 */
public record Proportion(long count, long of) {
  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  public Proportion {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException(count + " of " + of + ", expected 0 <= count <= of");
    }
  }

  /** The share, in 0..1; NaN of no pictures. */
  public double value() {
    return (double) count / of;
  }

  /** Lower end of the interval, in 0..1; 0 of no pictures. */
  public double low() {
    return count == 0 ? 0 : Math.max(0, center() - halfWidth());
  }

  /** Upper end of the interval, in 0..1; 1 of no pictures. */
  public double high() {
    return count == of ? 1 : Math.min(1, center() + halfWidth());
  }

  private double center() {
    return (count + Z * Z / 2) / (of + Z * Z);
  }

  private double halfWidth() {
    double spread = value() * (1 - value()) * of + Z * Z / 4;
    return Z * Math.sqrt(spread) / (of + Z * Z);
  }

  /** For example {@code 72.40 % (69.54..75.08 %, 724 of 1000)}. */
  @Override
  public String toString() {
    if (of == 0) {
      return "none (0 of 0)";
    }
    return String.format(
        Locale.ROOT,
        "%.2f %% (%.2f..%.2f %%, %d of %d)",
        100 * value(),
        100 * low(),
        100 * high(),
        count,
        of);
  }
}
