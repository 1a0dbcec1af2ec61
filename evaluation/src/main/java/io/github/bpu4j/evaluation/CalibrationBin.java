// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

/**
 * The answers whose confidence lies in one of 15 intervals of equal width.
 *
 * @param number of the interval, from 0; interval n holds the confidences above n/15 up to and
 *     including (n+1)/15, the first one also 0
 * @param pictures answered with such a confidence
 * @param right those whose first class was right
 * @param confidenceUnits sum of the confidences in units of 2<sup>-32</sup>, to which each was
 *     rounded
 * @since 0.1.0
 */
public record CalibrationBin(int number, long pictures, long right, long confidenceUnits) {
  /** Number of intervals; 15 as in the paper that {@link Accuracy#calibrationError} names. */
  public static final int COUNT = 15;

  private static final int FRACTION_BITS = 32;
  private static final double UNITS = 1L << FRACTION_BITS;

  static CalibrationBin empty(int number) {
    return new CalibrationBin(number, 0, 0, 0);
  }

  static long units(float confidence) {
    return Math.round(confidence * UNITS);
  }

  /** What as many answers would sum up to if each had a confidence of 1. */
  static long wholeUnits(long answers) {
    return answers << FRACTION_BITS;
  }

  static double confidence(long units) {
    return units / UNITS;
  }

  /**
   * The interval of a confidence of 0..1; whole numbers, so that every machine chooses the same.
   */
  static int of(long units) {
    return (int) Math.max(0, (units * COUNT - 1) >> FRACTION_BITS);
  }

  /** Mean confidence of its answers, in 0..1; NaN if there are none. */
  public double meanConfidence() {
    return confidence(confidenceUnits) / pictures;
  }

  /** Share of its answers that were right. */
  public Proportion accuracy() {
    return new Proportion(right, pictures);
  }

  CalibrationBin plus(CalibrationBin other) {
    return new CalibrationBin(
        number,
        pictures + other.pictures,
        right + other.right,
        confidenceUnits + other.confidenceUnits);
  }
}
