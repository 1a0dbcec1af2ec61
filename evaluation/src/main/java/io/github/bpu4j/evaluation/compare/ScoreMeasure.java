// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

/**
 * A figure that every picture has, such as a cosine: its mean and its extremes.
 *
 * @param pictures that have the figure
 * @param units sum of their figures in units of 2<sup>-32</sup>, to which each was rounded
 * @param least the lowest; positive infinity of no pictures
 * @param most the highest; negative infinity of no pictures
 * @since 0.1.0
 */
public record ScoreMeasure(long pictures, long units, double least, double most) {
  private static final double UNITS = 1L << 32;

  static final ScoreMeasure NONE =
      new ScoreMeasure(0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /** The mean of the pictures; NaN of none. */
  public double mean() {
    return units / UNITS / pictures;
  }

  /**
   * The measure with one picture more.
   *
   * @param figure in -1..1
   */
  ScoreMeasure plus(double figure) {
    return plus(new ScoreMeasure(1, Math.round(figure * UNITS), figure, figure));
  }

  ScoreMeasure plus(ScoreMeasure other) {
    return new ScoreMeasure(
        pictures + other.pictures,
        Math.addExact(units, other.units),
        Math.min(least, other.least),
        Math.max(most, other.most));
  }
}
