// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Durations as messages and logs show them: "10 s", "250 ms", "1.5 ms", "20 us", "0 s".
 *
 * <p>The largest of s, ms, us and ns that leaves at least 1, rounded to three decimals.
 *
 * @since 0.1.0
 */
public final class DurationText {
  private DurationText() {}

  /** The text of a duration; a negative one has a minus sign. */
  public static String of(Duration duration) {
    BigDecimal seconds =
        BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    BigDecimal size = seconds.abs();
    if (size.signum() == 0 || size.compareTo(BigDecimal.ONE) >= 0) {
      return number(seconds) + " s";
    }
    if (size.compareTo(BigDecimal.valueOf(1, 3)) >= 0) {
      return number(seconds.movePointRight(3)) + " ms";
    }
    if (size.compareTo(BigDecimal.valueOf(1, 6)) >= 0) {
      return number(seconds.movePointRight(6)) + " us";
    }
    return number(seconds.movePointRight(9)) + " ns";
  }

  /** The text of a number of nanoseconds, as differences of {@link System#nanoTime()} are. */
  public static String ofNanos(long nanos) {
    return of(Duration.ofNanos(nanos));
  }

  private static String number(BigDecimal value) {
    return value.setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
