// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
  /**
   * Roots t of Wilson's (p - t)^2 = z^2 t (1 - t) / n, solved with 30 digits by Python's decimal.
   */
  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource({
    "0, 10, 0, 0.27753279986288926",
    "10, 10, 0.7224672001371107, 1",
    "1, 10, 0.017876213095072903, 0.4041500267952385",
    "15, 20, 0.531299122381256, 0.8881382985923344",
    "724, 1000, 0.6954767082717307, 0.7508089039267406",
  })
  void intervalIsWilsons(long count, long of, double low, double high) {
    Proportion proportion = new Proportion(count, of);
    assertThat(proportion.low()).isCloseTo(low, within(1e-14));
    assertThat(proportion.high()).isCloseTo(high, within(1e-14));
  }

  @Test
  void nothingIsKnownOfNoPictures() {
    Proportion none = new Proportion(0, 0);
    assertThat(none.value()).isNaN();
    assertThat(none.low()).isZero();
    assertThat(none.high()).isEqualTo(1);
    assertThat(none).hasToString("none (0 of 0)");
  }

  @Test
  void refusesMoreThanAll() {
    assertThatThrownBy(() -> new Proportion(3, 2)).hasMessage("3 of 2, expected 0 <= count <= of");
  }

  @Test
  void textHoldsShareIntervalAndCounts() {
    assertThat(new Proportion(724, 1000)).hasToString("72.40 % (69.55..75.08 %, 724 of 1000)");
  }
}
