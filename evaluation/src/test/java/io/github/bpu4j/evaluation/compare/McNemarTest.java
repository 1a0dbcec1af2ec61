// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Known values are statsmodels 0.14's {@code mcnemar} and SciPy's {@code erfc}. */
class McNemarTest {
  private static final double RELATIVE_PERCENT = 1e-9;

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1.0",
    "0, 5, 0.0625",
    "2, 10, 0.03857421875",
    "7, 7, 1.0",
    "12, 12, 1.0",
    "1, 23, 2.9802322387695312e-06",
  })
  void fewPicturesHaveTheExactValue(long onlyFirst, long onlySecond, double pValue) {
    McNemar test = new McNemar(onlyFirst, onlySecond);
    assertThat(test.exact()).isTrue();
    assertThat(test.pValue()).isEqualTo(pValue);
    assertThat(new McNemar(onlySecond, onlyFirst).pValue()).isEqualTo(pValue);
  }

  @ParameterizedTest
  @CsvSource({
    "20, 5, 7.84, 0.005110260660855866",
    "13, 12, 0, 1.0",
    "30, 40, 1.1571428571428573, 0.28205887576155575",
    "86, 150, 16.81779661016949, 4.114562281345944e-05",
    "59, 121, 20.67222222222222, 5.450094825427117e-06",
    "100, 400, 178.802, 8.851095882059483e-41",
    "1000, 3000, 999.00025, 2.9619356504474917e-219",
  })
  void manyPicturesHaveTheValueOfChiSquare(
      long onlyFirst, long onlySecond, double chiSquare, double pValue) {
    McNemar test = new McNemar(onlyFirst, onlySecond);
    assertThat(test.exact()).isFalse();
    assertThat(test.chiSquare()).isCloseTo(chiSquare, withinPercentage(RELATIVE_PERCENT));
    assertThat(test.pValue()).isCloseTo(pValue, withinPercentage(RELATIVE_PERCENT));
    assertThat(new McNemar(onlySecond, onlyFirst).pValue()).isEqualTo(test.pValue());
  }

  @Test
  void equalCountsAreNoEvidenceHoweverMany() {
    for (int n = 0; n < 100; n++) {
      assertThat(new McNemar(n, n).pValue()).as("%d", n).isEqualTo(1);
    }
  }

  @Test
  void aLargerDifferenceIsLessLikely() {
    for (int n = 1; n < 60; n++) {
      for (int fewer = 0; 2 * fewer + 1 < n; fewer++) {
        double larger = new McNemar(fewer, n - fewer).pValue();
        double smaller = new McNemar(fewer + 1, n - fewer - 1).pValue();
        assertThat(larger).as("%d of %d", fewer, n).isLessThan(smaller).isPositive();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "0.5, 0.4795001221869535",
    "1, 0.15729920705028513",
    "2, 0.004677734981047266",
    "2.5, 4.069520174449589e-04",
    "3, 2.209049699858544e-05",
    "5, 1.5374597944280349e-12",
    "10, 2.088487583762545e-45",
  })
  void errorFunctionIsAsTabulated(double x, double expected) {
    assertThat(ErrorFunction.complement(x)).isCloseTo(expected, withinPercentage(RELATIVE_PERCENT));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void refusesLessThanNoPictures(long count) {
    assertThatThrownBy(() -> new McNemar(count, 0)).hasMessageContaining("expected 0 or more");
  }
}
