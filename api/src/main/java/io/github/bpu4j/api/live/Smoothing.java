// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.live;

import io.github.bpu4j.api.spi.DurationText;
import java.time.Duration;
import java.util.Objects;

/**
 * How a stream steadies its answers: over the scores of all classes, after the score transform and
 * before threshold and ranking, so that a class that was never among the best can become best.
 *
 * <p>Time is that of the frames' timestamps, so the effect does not depend on the frame rate. Raw
 * scores are not smoothed.
 *
 * @since 0.1.0
 */
public sealed interface Smoothing {
  /** Leaves the scores of every frame as they are; the default. */
  static Smoothing none() {
    return new None();
  }

  /**
   * Averages the scores with weights that halve with age: {@code s = s' * w + score * (1 - w)} with
   * {@code w = 2^(-dt / halfLife)} for a frame that is {@code dt} later than the last answered one.
   *
   * <p>After a change of the picture, the old answer keeps half its weight for one half-life.
   *
   * @param halfLife more than 0, at most a minute
   */
  static Smoothing exponential(Duration halfLife) {
    return new Exponential(halfLife);
  }

  /**
   * Lets the frames of a time window vote: each votes for its best class, and the score of a class
   * becomes its share of the votes, in 0..1.
   *
   * @param window reaching back from the frame, which belongs to it; a frame exactly that old does
   *     not; more than 0, at most a minute
   */
  static Smoothing majority(Duration window) {
    return new Majority(window);
  }

  /**
   * No smoothing.
   *
   * @since 0.1.0
   */
  record None() implements Smoothing {}

  /**
   * An average by age.
   *
   * @param halfLife more than 0, at most a minute
   * @since 0.1.0
   */
  record Exponential(Duration halfLife) implements Smoothing {
    public Exponential {
      check("halfLife", halfLife);
    }
  }

  /**
   * A vote.
   *
   * @param window more than 0, at most a minute
   * @since 0.1.0
   */
  record Majority(Duration window) implements Smoothing {
    public Majority {
      check("window", window);
    }
  }

  private static void check(String name, Duration time) {
    Objects.requireNonNull(time, name);
    if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException(
          name + " " + DurationText.of(time) + ", expected more than 0 and at most 1 minute");
    }
  }
}
