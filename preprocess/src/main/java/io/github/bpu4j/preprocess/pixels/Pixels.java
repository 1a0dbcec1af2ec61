// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

import io.github.bpu4j.preprocess.Region;

/** What a frame shows: colors or luma and chroma planes, as views on memory. */
public sealed interface Pixels permits PackedPixels, YuvPixels {
  /** Columns. */
  int width();

  /** Rows. */
  int height();

  /** A part of the picture, on the same memory. */
  Pixels crop(Region region);

  /** The picture turned or mirrored, on the same memory. */
  Pixels turn(Orientation orientation);
}
