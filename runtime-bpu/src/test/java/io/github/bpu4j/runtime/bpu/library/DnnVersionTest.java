// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnnVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"1.24.5_(3.15.55 HBRT)", "1.23.10", "1.18.6", "1.18", " 1.99.0"})
  void supportsTheFamilyOfTheX5(String text) {
    assertThat(DnnVersion.parse(text).isSupported()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.17.9", "1.9.7", "2.0.0", "3.1.4_(4.0.0 HBRT)", "0.24", "", "HBRT", "v1.24"})
  void refusesEveryOther(String text) {
    assertThat(DnnVersion.parse(text).isSupported()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999.1", "1.99999999999", "1..24", "1.x"})
  void doesNotStumbleOverOddNumbers(String text) {
    assertThat(DnnVersion.parse(text).text()).isEqualTo(text);
  }

  @Test
  void comparesTheModelsHbrtWithItsOwnByNumbers() {
    DnnVersion version = DnnVersion.parse("1.24.5_(3.15.55 HBRT)");
    assertThat(version.hbrt()).contains("3.15.55");
    assertThat(version.isOlderThan("3.15.55")).isFalse();
    assertThat(version.isOlderThan("3.15.9")).isFalse();
    assertThat(version.isOlderThan("3.15.56")).isTrue();
    assertThat(version.isOlderThan("3.16.0")).isTrue();
    assertThat(version.isOlderThan("not known")).isFalse();
    assertThat(DnnVersion.parse("1.24.5").isOlderThan("9.9.9")).isFalse();
  }

  @Test
  void knowsAStandInByItsName() {
    assertThat(DnnVersion.parse("1.24.5_(bpu4j-stub)").isStandIn()).isTrue();
    assertThat(DnnVersion.parse("1.24.5_(3.15.55 HBRT)").isStandIn()).isFalse();
  }
}
