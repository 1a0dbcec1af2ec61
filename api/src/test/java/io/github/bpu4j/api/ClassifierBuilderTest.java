// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierBuilderTest {
  private final ClassifierBuilder builder = Classifier.builder();

  @Test
  void badOptionsSayWhatWasExpected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxResults(0))
        .withMessage("maxResults 0, expected at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.warmup(0))
        .withMessage("warmup 0, expected at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.concurrency(65))
        .withMessage("concurrency 65, expected 1..64");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.timeout(Duration.ZERO))
        .withMessage("timeout 0 s, expected more than zero and at most one day");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.closeTimeout(Duration.ofDays(2)))
        .withMessageContaining("at most one day");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.scoreThreshold(Float.NaN))
        .withMessageContaining("finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.categoryAllowlist(List.of()))
        .withMessageContaining("at least one");
  }
}
