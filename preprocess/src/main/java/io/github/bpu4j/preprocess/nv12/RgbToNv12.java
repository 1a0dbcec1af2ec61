// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import io.github.bpu4j.preprocess.placement.Placement;
import io.github.bpu4j.preprocess.placement.PlacementCache;
import io.github.bpu4j.preprocess.resample.Resizer;

/** Converts RGB and gray pixels in memory to NV12. */
public final class RgbToNv12 {
  private final Resizer resizer;
  private final PlacementCache placements;
  private final RgbWriter writer;

  /**
   * Creates a converter to targets of one size.
   *
   * @param settings the settings, with a range of FULL or VIDEO
   * @param width of targets in pixels, even
   * @param height of targets in pixels, even
   */
  public RgbToNv12(Preprocessing settings, int width, int height) {
    resizer = new Resizer(settings.interpolation());
    placements = new PlacementCache(settings.fit(), width, height);
    writer = new RgbWriter(settings, new NaturalLayout(width), height);
  }

  /**
   * Writes a picture as NV12.
   *
   * @param source RGB or gray pixels of any size
   * @param target memory of that size, of which every pixel is written
   * @throws IllegalArgumentException when the picture is too elongated for the fit
   */
  public void convert(PackedPixels source, Nv12Buffer target) {
    Placement placement = placements.place(source.width(), source.height());
    writer.place(placement);
    resizer.open(source.plane(), source.order().channels(), placement);
    try {
      writer.write(resizer, placement, source.order(), true, target);
    } finally {
      resizer.close();
    }
  }
}
