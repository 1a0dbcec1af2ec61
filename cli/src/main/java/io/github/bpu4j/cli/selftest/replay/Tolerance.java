// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.replay;

import io.github.bpu4j.cli.selftest.record.PrintedNumber;

/**
 * How far a replayed number may be from the printed one and still be the same.
 *
 * <p>The BPU computes with integers, so the same build gives the same outputs to the last bit; what
 * may differ is how a program computed and printed. Another build differs by whole steps of its 8
 * bits, about one part in 100, which no tolerance here hides.
 */
enum Tolerance {
  /** The graph's outputs: floats that only printing has rounded. */
  RAW(1e-6),
  /**
   * Scores after a softmax: the vendor's old and new samples differ by up to 4e-7 of the value for
   * the same output, because they sum in another order.
   */
  PROBABILITY(2e-6);

  /** Up to this many decimals a print may have been cut, where more digits mean a rounded float. */
  private static final int SHORT_PRINT = 4;

  private final double relative;

  Tolerance(double relative) {
    this.relative = relative;
  }

  /** The largest difference from a printed number. */
  double of(PrintedNumber printed) {
    double unit = printed.decimals() <= SHORT_PRINT ? 1 : 0.5;
    return unit * printed.lastDigit() + relative * Math.abs(printed.value());
  }

  boolean holds(PrintedNumber printed, double got) {
    return Math.abs(printed.value() - got) <= of(printed);
  }

  /** Whether two scores of one answer tie, so that their order means nothing. */
  boolean ties(double a, double b) {
    return Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b));
  }
}
