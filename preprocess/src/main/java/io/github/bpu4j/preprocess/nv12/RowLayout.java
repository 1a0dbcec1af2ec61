// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.placement.Placement;

/** The order of the pixels of a target row in an array of values. */
sealed interface RowLayout permits LaneLayout, NaturalLayout {
  /** Returns the number of values of a row. */
  int length();

  /** Returns the number of leading values that contain the first pixel of each block. */
  int chromaLength();

  /** Returns the column of a picture for each value of its rows. */
  int[] place(Placement placement);

  /** Returns whether rows of the picture placed last are rows of the target. */
  boolean isWhole();

  /** Copies a row of the picture placed last into a row of the target. */
  void insert(int[] picture, int[] row);

  /** Averages blocks of 2x2 pixels; each mean has the position of the block's first pixel. */
  void averageBlocks(int[] above, int[] below, int[] blocks);

  /** Writes a row of luma. */
  void writeLuma(int[] luma, Nv12Buffer target, int y);

  /** Writes a row of chroma, of the first pixel of each block. */
  void writeChroma(int[] u, int[] v, Nv12Buffer target, int y);
}
