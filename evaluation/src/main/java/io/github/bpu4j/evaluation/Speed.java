// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.evaluation;

import io.github.bpu4j.api.Timings;

/**
 * How long answers took; unlike {@link Accuracy} another one at every run.
 *
 * @param pictures that were evaluated in the elapsed time; those of a resumed journal are not
 * @param elapsedNanos the time they took, several at once; summed over shards
 * @param timed answers whose phases are known, with those of a resumed journal
 * @param phases sums over these answers
 * @since 0.1.0
 */
public record Speed(long pictures, long elapsedNanos, long timed, Timings phases) {
  /** Nothing timed yet. */
  public static final Speed NONE = new Speed(0, 0, 0, new Timings(0, 0, 0, 0, 0, 0));

  /** Pictures per second; NaN if nothing was timed. */
  public double picturesPerSecond() {
    return pictures * 1e9 / elapsedNanos;
  }

  /** Means over the timed answers, in nanoseconds; zeros if there are none. */
  public Timings means() {
    long n = Math.max(1, timed);
    return new Timings(
        phases.decodeNanos() / n,
        phases.queueNanos() / n,
        phases.preprocessNanos() / n,
        phases.inferNanos() / n,
        phases.postprocessNanos() / n,
        phases.totalNanos() / n);
  }

  /** Both together. */
  public Speed plus(Speed other) {
    return new Speed(
        pictures + other.pictures,
        elapsedNanos + other.elapsedNanos,
        timed + other.timed,
        sum(phases, other.phases));
  }

  Speed plus(Timings answer) {
    return new Speed(pictures, elapsedNanos, timed + 1, sum(phases, answer));
  }

  private static Timings sum(Timings one, Timings two) {
    return new Timings(
        one.decodeNanos() + two.decodeNanos(),
        one.queueNanos() + two.queueNanos(),
        one.preprocessNanos() + two.preprocessNanos(),
        one.inferNanos() + two.inferNanos(),
        one.postprocessNanos() + two.postprocessNanos(),
        one.totalNanos() + two.totalNanos());
  }
}
