// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.pixels.Plane;
import io.github.bpu4j.preprocess.placement.Placement;
import io.github.bpu4j.preprocess.placement.Scaling;
import org.jspecify.annotations.Nullable;

/**
 * Resizes views on pixels row by row, with the values of the library that the interpolation names.
 *
 * <p>Reusable: tables are kept while the geometry stays the same. Not thread-safe.
 */
public final class Resizer implements ResizedRows<RuntimeException> {
  private final PlaneRows source = new PlaneRows();
  private final Kernel kernel;
  private @Nullable Placement planned;
  private int channels;

  /**
   * Creates a resizer.
   *
   * @param interpolation the filter
   */
  public Resizer(Interpolation interpolation) {
    kernel = Kernel.of(interpolation);
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
    kernel.plan(placement.columns(), Scaling.NATURAL, placement.rows(), channels);
  }

  /** Drops the reference to the picture's memory. */
  public void close() {
    source.close();
  }

  @Override
  public void row(int y, int[][] out) {
    kernel.row(source, y, out);
  }
}
