// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.placement.Scaling;

/** Computes resized rows by one method; keeps tables of one geometry and rows used repeatedly. */
sealed interface Kernel
    permits AreaKernel, BlockKernel, LinearKernel, NearestKernel, ShareKernel, TriangleKernel {
  /** Computes the tables of a geometry and discards rows of the previous picture. */
  void plan(Scaling columns, Scaling rows, int channels);

  /** Discards rows of the previous picture and keeps the tables. */
  void restart();

  /**
   * Computes a row of the window.
   *
   * @param source rows of the picture
   * @param y row of the window, requested in rising order
   * @param out values 0..255 of each channel; channel c of column x goes to {@code out[c][x]}
   */
  void row(SourceRows source, int y, int[][] out);
}
