// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import io.github.bpu4j.api.spi.DurationText;
import java.time.Duration;

/** Which values the options of a builder accept. */
final class OptionBounds {
  private OptionBounds() {}

  static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " " + value + ", expected at least 1");
    }
    return value;
  }

  static int within(String name, int value, int most) {
    if (atLeastOne(name, value) > most) {
      throw new IllegalArgumentException(name + " " + value + ", expected 1.." + most);
    }
    return value;
  }

  static float finite(String name, float value) {
    if (!Float.isFinite(value)) {
      throw new IllegalArgumentException(name + " " + value + ", expected a finite number");
    }
    return value;
  }

  static Duration positive(String name, Duration value) {
    if (value.isNegative() || value.isZero() || value.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          name + " " + DurationText.of(value) + ", expected more than zero and at most one day");
    }
    return value;
  }
}
