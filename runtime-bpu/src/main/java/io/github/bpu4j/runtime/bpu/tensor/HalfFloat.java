// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.tensor;

/** IEEE 754 half precision, which Java 17 cannot convert itself. */
final class HalfFloat {
  private static final int FRACTION_BITS = 10;
  private static final int FRACTION = (1 << FRACTION_BITS) - 1;
  private static final int MAX_EXPONENT = 31;
  private static final int BIAS = 15;

  private HalfFloat() {}

  /** sign * 2^(exponent - 15) * (1 + fraction / 1024); subnormal, infinite and NaN as usual. */
  static float toFloat(short half) {
    int exponent = half >> FRACTION_BITS & MAX_EXPONENT;
    int fraction = half & FRACTION;
    float magnitude;
    if (exponent == MAX_EXPONENT) {
      magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((float) fraction, 1 - BIAS - FRACTION_BITS);
    } else {
      magnitude =
          Math.scalb((float) (fraction | 1 << FRACTION_BITS), exponent - BIAS - FRACTION_BITS);
    }
    return half < 0 ? -magnitude : magnitude;
  }
}
