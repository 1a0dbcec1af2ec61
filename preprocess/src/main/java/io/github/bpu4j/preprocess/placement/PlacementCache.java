// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.placement;

import io.github.bpu4j.preprocess.Fit;
import org.jspecify.annotations.Nullable;

/**
 * Places pictures in a target of one size and keeps the last placement, since frames of a camera
 * have equal sizes.
 */
public final class PlacementCache {
  private final Fit fit;
  private final int targetWidth;
  private final int targetHeight;
  private @Nullable Placement last;
  private int lastWidth;
  private int lastHeight;

  /**
   * Creates a cache for targets of one size.
   *
   * @param fit kind of placement
   * @param targetWidth in pixels
   * @param targetHeight in pixels
   */
  public PlacementCache(Fit fit, int targetWidth, int targetHeight) {
    this.fit = fit;
    this.targetWidth = targetWidth;
    this.targetHeight = targetHeight;
  }

  /**
   * Places a picture.
   *
   * @param width of the picture
   * @param height of the picture
   * @return its placement
   * @throws IllegalArgumentException when the picture is too elongated for the fit
   */
  public Placement place(int width, int height) {
    Placement placement = last;
    if (placement == null || width != lastWidth || height != lastHeight) {
      placement = Placement.of(fit, width, height, targetWidth, targetHeight);
      last = placement;
      lastWidth = width;
      lastHeight = height;
    }
    return placement;
  }
}
