// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.spi.TensorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataTypeTest {
  @ParameterizedTest
  @CsvSource({
    "0, GRAY",
    "1, NV12",
    "2, NV12_SEPARATE",
    "3, YUV444",
    "4, RGB",
    "5, BGR",
    "6, S4",
    "7, U4",
    "8, S8",
    "9, U8",
    "10, F16",
    "11, S16",
    "12, U16",
    "13, F32",
    "14, S32",
    "15, U32",
    "16, F64",
    "17, S64",
    "18, U64",
  })
  void hasTheNumbersOfTheBoard(int number, TensorType type) {
    assertThat(DataType.of(number)).contains(type);
  }

  @Test
  void knowsNoOtherNumber() {
    assertThat(DataType.of(-1)).isEmpty();
    assertThat(DataType.of(19)).isEmpty();
    assertThat(DataType.of(Integer.MAX_VALUE)).isEmpty();
  }
}
