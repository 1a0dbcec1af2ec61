// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT10S, 10 s",
    "PT1H, 3600 s",
    "PT1.5S, 1.5 s",
    "PT1.2345S, 1.235 s",
    "PT0.25S, 250 ms",
    "PT0.0015S, 1.5 ms",
    "PT0.00002S, 20 us",
    "PT0.000000005S, 5 ns",
    "PT-0.25S, -250 ms",
    "PT-10S, -10 s",
  })
  void readsInTheLargestUnitThatLeavesAtLeastOne(Duration duration, String text) {
    assertThat(DurationText.of(duration)).isEqualTo(text);
  }

  @Test
  void takesTheLongestDurationThereIs() {
    assertThat(DurationText.of(Duration.ofSeconds(Long.MAX_VALUE)))
        .isEqualTo("9223372036854775807 s");
  }

  @Test
  void takesNanoseconds() {
    assertThat(DurationText.ofNanos(12_345_678)).isEqualTo("12.346 ms");
  }
}
