// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

import io.github.bpu4j.preprocess.Region;

/** The pixels of a frame, as views on memory: colors, or luma and chroma planes. */
public sealed interface Pixels permits PackedPixels, YuvPixels {
  /** Returns the number of columns. */
  int width();

  /** Returns the number of rows. */
  int height();

  /** Views a part of the picture, on the same memory. */
  Pixels crop(Region region);

  /** Views the picture rotated or mirrored, on the same memory. */
  Pixels turn(Orientation orientation);
}
