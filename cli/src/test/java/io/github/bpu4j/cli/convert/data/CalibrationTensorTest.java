// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.language.Text;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data that the compiler would take without a word. */
final class CalibrationTensorTest {
  private static byte[] data(float... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }

  @Test
  void aPictureIsAccepted() {
    assertThat(CalibrationTensor.objection(data(0, 17, 255), 12)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 100 | 255 | 16 | 12 bytes, expected 16: float32",
        "NaN | 1 | 2 | 12 | it holds NaN",
        "-2.1 | 0 | 2.6 | 12 | values from -2.1 to 2.6, expected 0 to 255",
        "0 | 3 | 256 | 12 | values from 0.0 to 256.0, expected 0 to 255",
        "0 | 0.5 | 1 | 12 | expected pixels from 0 to 255",
        "127 | 127 | 128 | 12 | a flat picture",
      })
  void otherNumbersAreNot(float first, float second, float third, int length, String said) {
    assertThat(
            CalibrationTensor.objection(data(first, second, third), length)
                .map(Text::toString)
                .orElse(""))
        .contains(said);
  }
}
