// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files and bombs are refused with a message, within the small heap of these tests. */
final class BadPicturesTest {
  static Stream<String> refused() {
    return GoldenVectors.all("images")
        .filter(vector -> vector.mode().equals("refused"))
        .map(GoldenVectors.Vector::input);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void isRefused(String name) {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(256L << 20);
    assertThatThrownBy(() -> ImageFrame.read(GoldenVectors.file(name)))
        .isInstanceOf(ImageDecodeException.class)
        .hasMessageContaining(name)
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .containsAnyOf("expected", "limit", "damaged", "longest side"));
  }
}
