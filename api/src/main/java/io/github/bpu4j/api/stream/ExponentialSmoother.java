// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.stream;

import java.time.Duration;

/** {@code s = s' * w + score * (1 - w)}, {@code w = 2^(-dt / halfLife)}. */
final class ExponentialSmoother implements Smoother {
  private final double halfLifeMicros;
  private final float[] smoothed;
  private boolean started;
  private long last;

  ExponentialSmoother(Duration halfLife, int classes) {
    this.halfLifeMicros = halfLife.toNanos() / 1e3;
    this.smoothed = new float[classes];
  }

  @Override
  public void smooth(float[] scores, long timestampMicros) {
    // As a double, the difference of any two timestamps is finite and positive.
    double weight = started ? Math.pow(2, -((double) timestampMicros - last) / halfLifeMicros) : 0;
    for (int i = 0; i < scores.length; i++) {
      smoothed[i] = (float) (smoothed[i] * weight + scores[i] * (1 - weight));
      scores[i] = smoothed[i];
    }
    started = true;
    last = timestampMicros;
  }
}
