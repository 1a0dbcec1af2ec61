// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.pixels.Plane;
import io.github.bpu4j.preprocess.placement.Placement;
import org.jspecify.annotations.Nullable;

/**
 * Resizes views on pixels row by row, with the values of the library that the interpolation names.
 *
 * <p>Reusable: tables are kept while the geometry stays the same. Not thread-safe.
 */
public final class Resizer {
  private final SourceRows source = new SourceRows();
  private final Kernel kernel;
  private @Nullable Placement planned;
  private int channels;

  /**
   * Creates a resizer.
   *
   * @param interpolation the filter
   */
  public Resizer(Interpolation interpolation) {
    kernel =
        switch (interpolation) {
          case LINEAR -> new LinearKernel(false);
          case AREA -> new AreaKernel();
          case NEAREST -> new NearestKernel();
          case ANTIALIAS -> new TriangleKernel();
        };
  }

  /**
   * Begins a picture.
   *
   * @param plane its pixels
   * @param pixelChannels bytes resized of a pixel: 1 to 3
   * @param placement the geometry; tables are kept when it is the same object as before
   */
  public void open(Plane plane, int pixelChannels, Placement placement) {
    source.open(plane, pixelChannels);
    if (placement == planned && pixelChannels == channels) {
      kernel.restart();
      return;
    }
    planned = placement;
    channels = pixelChannels;
    kernel.plan(placement.columns(), placement.rows(), channels);
  }

  /** Drops the reference to the picture's memory. */
  public void close() {
    source.close();
  }

  /**
   * Computes a row of the window; rows are requested in rising order.
   *
   * @param y row of the window
   * @param out values 0..255 of each channel; channel c of column x goes to {@code out[c][x]}
   */
  public void row(int y, int[][] out) {
    kernel.row(source, y, out);
  }
}
