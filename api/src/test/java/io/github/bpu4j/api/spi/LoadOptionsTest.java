// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.error.ModelMismatchException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadOptionsTest {
  private static final LoadOptions DEFAULTS = LoadOptions.defaults();

  @Test
  void everyOptionStaysWhenAnotherIsChanged() {
    LoadOptions options =
        DEFAULTS
            .withModelName("resnet18")
            .withOutputName("prob")
            .withForce(true)
            .withExpectedClasses(10)
            .withModelName("resnet50");
    assertThat(options.modelName()).isEqualTo(Optional.of("resnet50"));
    assertThat(options.outputName()).isEqualTo(Optional.of("prob"));
    assertThat(options.force()).isTrue();
    assertThat(options.expectedClasses()).hasValue(10);
    assertThat(options.withForce(false).withOutputName("prob").expectedClasses()).hasValue(10);
  }

  @Test
  void withoutLabelsAnyNumberOfClassesFits() {
    assertThatNoException().isThrownBy(() -> DEFAULTS.requireClasses("m", 7));
  }

  @Test
  void eachClassHasItsLabel() {
    LoadOptions labels = DEFAULTS.withExpectedClasses(10);
    assertThatNoException().isThrownBy(() -> labels.requireClasses("m", 10));
    assertThatThrownBy(() -> DEFAULTS.withExpectedClasses(1000).requireClasses("m", 10))
        .isInstanceOf(ModelMismatchException.class)
        .hasMessageContaining("model m gives 10 scores but 1000 labels were given")
        .hasMessageEndingWith("pass one label per class");
  }

  @Test
  void aMissingBackgroundLabelIsSuspected() {
    assertThatThrownBy(() -> DEFAULTS.withExpectedClasses(9).requireClasses("m", 10))
        .hasMessageContaining("Labels.withBackground()");
  }

  @Test
  void noLabelsAtAllIsAMistake() {
    assertThatThrownBy(() -> DEFAULTS.withExpectedClasses(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expectedClasses: got 0, expected at least 1");
  }
}
