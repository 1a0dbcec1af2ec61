// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.placement.Scaling;

/** Computes resized rows by one method; keeps tables of one geometry and rows used repeatedly. */
public sealed interface Kernel
    permits AreaKernel, BlockKernel, LinearKernel, NearestKernel, ShareKernel, TriangleKernel {
  /**
   * Creates the kernel of a filter.
   *
   * @param interpolation the filter
   * @return a kernel without tables
   */
  static Kernel of(Interpolation interpolation) {
    return switch (interpolation) {
      case LINEAR -> new LinearKernel(false);
      case AREA -> new AreaKernel();
      case NEAREST -> new NearestKernel();
      case ANTIALIAS -> new TriangleKernel();
    };
  }

  /**
   * Computes the tables of a geometry and discards rows of the previous picture.
   *
   * @param columns the horizontal axis
   * @param order the window column of each value of a row, or {@link Scaling#NATURAL}; kept until
   *     the next plan
   * @param rows the vertical axis
   * @param channels bytes resized of a pixel: 1 to 3
   */
  void plan(Scaling columns, int[] order, Scaling rows, int channels);

  /** Discards rows of the previous picture and keeps the tables. */
  void restart();

  /**
   * Computes a row of the window.
   *
   * @param source rows of the picture
   * @param y row of the window, requested in rising order
   * @param out values 0..255 of each channel; channel c of the i-th column goes to {@code
   *     out[c][i]}
   */
  void row(SourceRows source, int y, int[][] out);
}
