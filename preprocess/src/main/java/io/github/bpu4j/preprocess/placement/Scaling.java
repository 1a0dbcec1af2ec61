// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.placement;

/**
 * One axis of a resize: {@code source} pixels become {@code scaled}, of which a window is computed.
 *
 * @param source number of source pixels
 * @param scaled number of scaled pixels
 * @param first index of the window's first pixel among the scaled ones
 * @param count number of pixels of the window
 */
public record Scaling(int source, int scaled, int first, int count) {
  /** The order of tables whose entries are the window's pixels one after another. */
  public static final int[] NATURAL = {};

  /** Returns source pixels per scaled pixel, computed as in OpenCV: 1 over the inverse. */
  public double scale() {
    return 1.0 / inverse();
  }

  /** Returns scaled pixels per source pixel. */
  public double inverse() {
    return (double) scaled / source;
  }

  /** Returns whether there are more scaled pixels than source pixels. */
  public boolean enlarges() {
    return scaled > source;
  }

  /** Returns whether the source pixels per scaled pixel are a whole number. */
  public boolean isWholeRatio() {
    return source % scaled == 0;
  }

  /**
   * Returns the scaled pixel of a table's entry.
   *
   * @param order the window pixel of each entry, or {@link #NATURAL}
   * @param entry index of the entry
   * @return index among the scaled pixels
   */
  public int pixel(int[] order, int entry) {
    return first + (order.length == 0 ? entry : order[entry]);
  }
}
