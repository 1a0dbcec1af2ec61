// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

import io.github.bpu4j.preprocess.Region;

/**
 * Gray pixels of one byte, or colors of three bytes beside each other.
 *
 * @param plane where they are; a fourth byte (alpha) is stepped over
 * @param order what the bytes of a pixel mean
 */
public record PackedPixels(Plane plane, ChannelOrder order) implements Pixels {
  @Override
  public int width() {
    return plane.width();
  }

  @Override
  public int height() {
    return plane.height();
  }

  @Override
  public PackedPixels crop(Region region) {
    return new PackedPixels(plane.crop(region), order);
  }

  @Override
  public PackedPixels turn(Orientation orientation) {
    return new PackedPixels(plane.turn(orientation), order);
  }
}
