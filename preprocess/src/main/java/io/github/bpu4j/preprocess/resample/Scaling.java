// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

/**
 * One axis of a resize: {@code source} pixels become {@code scaled}, of which a window is wanted.
 *
 * @param source pixels there are
 * @param scaled pixels they become
 * @param first the first pixel of the window, of the scaled ones
 * @param count pixels of the window
 */
record Scaling(int source, int scaled, int first, int count) {
  /** Source pixels per scaled pixel, rounded as OpenCV does: through the inverse. */
  double scale() {
    return 1.0 / inverse();
  }

  /** Scaled pixels per source pixel. */
  double inverse() {
    return (double) scaled / source;
  }

  boolean enlarges() {
    return scaled > source;
  }

  /** Whether a whole number of source pixels becomes one. */
  boolean isWholeRatio() {
    return source % scaled == 0;
  }
}
