// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.stream;

import io.github.bpu4j.preprocess.ImageDecodeException;

/** Produces rows of a stored picture at the columns of a {@link Sampling}, as a decoder can. */
@FunctionalInterface
public interface SampledRows {
  /**
   * Produces a row. Rows are requested in rising order, each at most once, and only rows of the
   * {@link Sampling}; not all of these need be requested.
   *
   * @param y row of the stored picture, from the top
   * @param out values 0..255: that of channel c at the i-th column goes to {@code out[c][i]};
   *     arrays may be longer than the number of columns
   * @throws ImageDecodeException when the row cannot be decoded
   */
  void row(int y, int[][] out) throws ImageDecodeException;
}
