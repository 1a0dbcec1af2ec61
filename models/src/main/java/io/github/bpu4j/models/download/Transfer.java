// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a download has got.
 *
 * @param file its name
 * @param resumed bytes that were there from an earlier try
 * @param received bytes so far, including those
 * @param total bytes of the whole file, if known
 * @param elapsed since this try began
 * @since 0.1.0
 */
public record Transfer(
    String file, long resumed, long received, OptionalLong total, Duration elapsed) {

  /** The average rate of this try; 0 before anything came. */
  public double bytesPerSecond() {
    double seconds = elapsed.toNanos() / 1e9;
    return seconds == 0 ? 0 : (received - resumed) / seconds;
  }

  /** The time for the rest at this rate, if that can be told. */
  public Optional<Duration> timeLeft() {
    double rate = bytesPerSecond();
    if (total.isEmpty() || rate == 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofMillis(Math.round((total.getAsLong() - received) / rate * 1e3)));
  }
}
