// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LoadOptionsTest {
  @Test
  void everyOptionStaysWhenAnotherIsChanged() {
    LoadOptions options =
        LoadOptions.defaults()
            .withModelName("resnet18")
            .withOutputName("prob")
            .withForce(true)
            .withExpectedClasses(10)
            .withModelName("resnet50");
    assertThat(options.modelName()).isEqualTo(Optional.of("resnet50"));
    assertThat(options.outputName()).isEqualTo(Optional.of("prob"));
    assertThat(options.force()).isTrue();
    assertThat(options.expectedClasses()).isEqualTo(OptionalInt.of(10));
    assertThat(options.withForce(false).withOutputName("prob").expectedClasses()).hasValue(10);
  }

  @Test
  void aModelWithoutClassesCannotBeExpected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LoadOptions.defaults().withExpectedClasses(0))
        .withMessage("expectedClasses 0, expected at least 1");
  }
}
