// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfFloatTest {
  /** All 65,536 against the definition, computed in doubles bit by bit. */
  @Test
  void agreesWithTheDefinitionEverywhere() {
    for (int bits = 0; bits <= 0xffff; bits++) {
      float expected = (float) definition(bits);
      assertThat(HalfFloat.toFloat((short) bits)).as("0x%04x", bits).isEqualTo((Object) expected);
    }
  }

  @Test
  void keepsKnownValues() {
    assertThat(HalfFloat.toFloat((short) 0x3c00)).isEqualTo(1f);
    assertThat(HalfFloat.toFloat((short) 0xc000)).isEqualTo(-2f);
    assertThat(HalfFloat.toFloat((short) 0x7bff)).isEqualTo(65504f);
    assertThat(HalfFloat.toFloat((short) 0x0001)).isEqualTo(5.9604645e-8f);
    assertThat(HalfFloat.toFloat((short) 0x3555)).isEqualTo(0.33325195f);
  }

  private static double definition(int bits) {
    double sign = (bits & 0x8000) == 0 ? 1 : -1;
    int exponent = (bits & 0x7c00) >> 10;
    double fraction = 0;
    for (int i = 0; i < 10; i++) {
      fraction += (bits & 1 << i) == 0 ? 0 : Math.pow(2, i - 10);
    }
    if (exponent == 31) {
      return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
    }
    return exponent == 0
        ? sign * Math.pow(2, -14) * fraction
        : sign * Math.pow(2, exponent - 15) * (1 + fraction);
  }
}
