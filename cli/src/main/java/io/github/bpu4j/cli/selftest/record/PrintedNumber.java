// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.record;

import java.math.BigDecimal;

/**
 * A number as a program printed it, which also tells how exactly.
 *
 * @param printed the decimal number
 */
public record PrintedNumber(BigDecimal printed) {

  /**
   * Reads a number in plain or scientific notation.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public static PrintedNumber of(String text) {
    try {
      return new PrintedNumber(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("got " + text + ", expected a number", e);
    }
  }

  public double value() {
    return printed.doubleValue();
  }

  /** The value of one unit of the last digit. */
  public double lastDigit() {
    return printed.ulp().doubleValue();
  }

  /** Number of digits after the decimal point. */
  public int decimals() {
    return Math.max(0, printed.scale());
  }

  @Override
  public String toString() {
    return printed.toString();
  }
}
