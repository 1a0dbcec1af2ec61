// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.stream;

import io.github.bpu4j.api.live.Smoothing;

/** The memory of one stream's smoothing; used by one thread at a time, frames in order. */
public sealed interface Smoother permits NoSmoother, ExponentialSmoother, MajoritySmoother {
  /** Starts without a past. */
  static Smoother of(Smoothing smoothing, int classes) {
    if (smoothing instanceof Smoothing.Exponential exponential) {
      return new ExponentialSmoother(exponential.halfLife(), classes);
    }
    if (smoothing instanceof Smoothing.Majority majority) {
      return new MajoritySmoother(majority.window(), classes);
    }
    return new NoSmoother();
  }

  /**
   * Replaces the scores of a frame by smoothed ones.
   *
   * @param scores of all classes, transformed
   * @param timestampMicros of the frame, rising
   */
  void smooth(float[] scores, long timestampMicros);
}
