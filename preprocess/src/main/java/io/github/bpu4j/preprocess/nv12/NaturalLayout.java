// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.placement.Placement;
import io.github.bpu4j.preprocess.placement.Scaling;

/**
 * Pixels one after another, for pictures in memory: a row of a large picture is then read from left
 * to right, so that the processor loads its bytes ahead.
 */
final class NaturalLayout implements RowLayout {
  private final int width;
  private final Nv12Writer writer;
  private int left;
  private int count;

  NaturalLayout(int width) {
    this.width = width;
    writer = new Nv12Writer(width);
  }

  @Override
  public int length() {
    return width;
  }

  @Override
  public int chromaLength() {
    return width;
  }

  @Override
  public int[] place(Placement placement) {
    left = placement.left();
    count = placement.width();
    return Scaling.NATURAL;
  }

  @Override
  public boolean isWhole() {
    return count == width;
  }

  @Override
  public void insert(int[] picture, int[] row) {
    System.arraycopy(picture, 0, row, left, count);
  }

  @Override
  public void averageBlocks(int[] above, int[] below, int[] blocks) {
    for (int x = 0; x < width; x += 2) {
      blocks[x] = (above[x] + above[x + 1] + below[x] + below[x + 1] + 2) >> 2;
    }
  }

  @Override
  public void writeLuma(int[] luma, Nv12Buffer target, int y) {
    writer.luma(luma, target, y);
  }

  @Override
  public void writeChroma(int[] u, int[] v, Nv12Buffer target, int y) {
    writer.chroma(u, v, 2, target, y);
  }
}
