// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

/**
 * Rows of a resized picture, computed on request.
 *
 * @param <E> thrown when the source of the pixels fails
 */
public interface ResizedRows<E extends Exception> {
  /**
   * Computes a row of the window.
   *
   * @param y row of the window, requested in the order of source rows
   * @param out values 0..255: that of channel c at the i-th column goes to {@code out[c][i]}, in
   *     the column order of the plan
   * @throws E when the source of the pixels fails
   */
  void row(int y, int[][] out) throws E;
}
