// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

/** One way to compute resized rows; holds tables for one geometry and rows it may need again. */
sealed interface Kernel
    permits AreaKernel, BlockKernel, LinearKernel, NearestKernel, ShareKernel, TriangleKernel {
  /** Makes the tables for a geometry and forgets the rows of the last picture. */
  void plan(Scaling columns, Scaling rows, int channels);

  /** Forgets the rows of the last picture, keeps the tables. */
  void restart();

  /**
   * Computes a row of the window.
   *
   * @param source the picture
   * @param y row of the window; asked for in rising order
   * @param out values 0..255 of each channel; channel c of column x goes to {@code out[c][x]}
   */
  void row(SourceRows source, int y, int[][] out);
}
