// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.stream;

import java.time.Duration;
import java.util.Arrays;

/**
 * Shares of the votes within a window.
 *
 * <p>Memory: 12 bytes for each vote of the most that a window held so far.
 */
final class MajoritySmoother implements Smoother {
  private static final int FIRST_CAPACITY = 64;

  private final long windowMicros;
  private final int[] votes;
  private long[] times = new long[FIRST_CAPACITY];
  private int[] classes = new int[FIRST_CAPACITY];
  private int oldest;
  private int count;

  MajoritySmoother(Duration window, int classes) {
    this.windowMicros = Math.max(1, window.toNanos() / 1000);
    this.votes = new int[classes];
  }

  @Override
  public void smooth(float[] scores, long timestampMicros) {
    while (count > 0 && (double) timestampMicros - times[oldest] >= windowMicros) {
      votes[classes[oldest]]--;
      oldest = (oldest + 1) % times.length;
      count--;
    }
    vote(best(scores), timestampMicros);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) votes[i] / count;
    }
  }

  private void vote(int winner, long timestampMicros) {
    if (count == times.length) {
      grow();
    }
    int at = (oldest + count) % times.length;
    times[at] = timestampMicros;
    classes[at] = winner;
    votes[winner]++;
    count++;
  }

  private void grow() {
    int capacity = times.length;
    long[] moreTimes = Arrays.copyOf(times, 2 * capacity);
    int[] moreClasses = Arrays.copyOf(classes, 2 * capacity);
    // What had wrapped around continues behind the rest.
    System.arraycopy(times, 0, moreTimes, capacity, oldest);
    System.arraycopy(classes, 0, moreClasses, capacity, oldest);
    times = moreTimes;
    classes = moreClasses;
  }

  private static int best(float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) {
        best = i;
      }
    }
    return best;
  }
}
