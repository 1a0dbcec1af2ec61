// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.stream;

import io.github.bpu4j.preprocess.ImageDecodeException;

/** Resizes rows of sampled pixels by one method. */
sealed interface StreamKernel
    permits LinearStream, NearestStream, TransposedLinearStream, WholeRowStream {
  /**
   * Computes the tables of a geometry.
   *
   * @param axes the geometry
   * @param order the window column of each value of a row
   * @param channels values of a pixel
   * @param sampling is told which pixels will be read
   */
  void plan(StoredAxes axes, int[] order, int channels, Sampling sampling);

  /** Discards rows of the previous picture and keeps the tables. */
  void restart();

  /** Computes a row of the window, requested in the order of stored rows. */
  void row(SampledRows source, int y, int[][] out) throws ImageDecodeException;
}
