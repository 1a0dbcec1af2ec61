// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import io.github.bpu4j.preprocess.resample.ChannelOrder;
import io.github.bpu4j.preprocess.resample.PackedPixels;
import io.github.bpu4j.preprocess.resample.Placement;
import io.github.bpu4j.preprocess.resample.Placer;
import io.github.bpu4j.preprocess.resample.Resizer;
import java.util.Arrays;

/** Colours to NV12: two rows are resized, then converted, then the next two. */
final class ColourPath {
  private static final int BAR = 127;

  private final ColourMatrix matrix;
  private final ChromaSiting chroma;
  private final Resizer resizer;
  private final Placer placer;
  private final int width;
  private final int height;
  private final int[] upper;
  private final int[] lower;
  private final int[] blocks;
  private final byte[] line;

  ColourPath(Preprocessing settings, int width, int height) {
    matrix = ColourMatrix.of(settings.range());
    chroma = settings.chroma();
    resizer = new Resizer(settings.interpolation());
    placer = new Placer(settings.fit(), width, height);
    this.width = width;
    this.height = height;
    upper = new int[3 * width];
    lower = new int[3 * width];
    blocks = new int[3 * width];
    line = new byte[width];
  }

  void convert(PackedPixels source, Nv12Buffer target) {
    Placement placement = placer.place(source.width(), source.height());
    ChannelOrder order = source.order();
    Arrays.fill(upper, BAR);
    Arrays.fill(lower, BAR);
    resizer.open(source.plane(), order.channels(), placement);
    try {
      for (int y = 0; y < height; y += 2) {
        resizeRow(placement, y, upper);
        resizeRow(placement, y + 1, lower);
        writeLuma(upper, order, target, y);
        writeLuma(lower, order, target, y + 1);
        writeChroma(order, target, y / 2);
      }
    } finally {
      resizer.close();
    }
  }

  private void resizeRow(Placement placement, int y, int[] row) {
    int inPicture = y - placement.top();
    if (inPicture >= 0 && inPicture < placement.height()) {
      resizer.row(inPicture, row, placement.left(), width);
    } else if (inPicture == placement.height() || inPicture == placement.height() + 1) {
      Arrays.fill(row, BAR);
    }
  }

  private void writeLuma(int[] row, ChannelOrder order, Nv12Buffer target, int y) {
    matrix.luma(row, width, order, line);
    target.bytes().put(y * target.rowPitch(), line, 0, width);
  }

  private void writeChroma(ChannelOrder order, Nv12Buffer target, int y) {
    int[] colours = upper;
    if (chroma == ChromaSiting.AVERAGE) {
      averageBlocks(order.channels());
      colours = blocks;
    }
    matrix.chroma(colours, width, order, line);
    target.bytes().put(target.chromaOffset() + y * target.rowPitch(), line, 0, width);
  }

  /** Puts the mean of each 2x2 block at the place of its top-left pixel. */
  private void averageBlocks(int channels) {
    for (int c = 0; c < channels; c++) {
      for (int x = c * width; x < (c + 1) * width; x += 2) {
        blocks[x] = (upper[x] + upper[x + 1] + lower[x] + lower[x + 1] + 2) >> 2;
      }
    }
  }
}
