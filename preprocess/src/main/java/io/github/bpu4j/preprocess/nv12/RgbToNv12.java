// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.PackedPixels;
import io.github.bpu4j.preprocess.placement.Placement;
import io.github.bpu4j.preprocess.placement.PlacementCache;
import io.github.bpu4j.preprocess.resample.Resizer;
import java.util.Arrays;

/**
 * Converts RGB and gray pixels to NV12, two rows at a time: resize, matrix, write.
 *
 * <p>A row is three arrays of ints 0..255 in the order of the source's memory; {@link ChannelOrder}
 * says which is red.
 */
public final class RgbToNv12 {
  private static final int BAR = 127;

  private final RgbToYuv matrix;
  private final ChromaSiting chroma;
  private final Resizer resizer;
  private final PlacementCache placements;
  private final Nv12Writer lines;
  private final int width;
  private final int height;
  private final int[][] upper;
  private final int[][] lower;
  private final int[][] picture;
  private final int[][] blocks;
  private final int[] first;
  private final int[] second;

  /**
   * Creates a converter to targets of one size.
   *
   * @param settings the settings, with a range of FULL or VIDEO
   * @param width of targets in pixels, even
   * @param height of targets in pixels, even
   */
  public RgbToNv12(Preprocessing settings, int width, int height) {
    matrix = RgbToYuv.of(settings.range());
    chroma = settings.chroma();
    resizer = new Resizer(settings.interpolation());
    placements = new PlacementCache(settings.fit(), width, height);
    lines = new Nv12Writer(width);
    this.width = width;
    this.height = height;
    upper = new int[3][width];
    lower = new int[3][width];
    picture = new int[3][width];
    blocks = new int[3][width];
    first = new int[width];
    second = new int[width];
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
    ChannelOrder order = source.order();
    fillWithBar(upper);
    fillWithBar(lower);
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

  private void resizeRow(Placement placement, int y, int[][] row) {
    int inPicture = y - placement.top();
    if (inPicture >= placement.height()) {
      fillWithBar(row);
    } else if (inPicture >= 0 && placement.left() == 0) {
      resizer.row(inPicture, row);
    } else if (inPicture >= 0) {
      resizer.row(inPicture, picture);
      for (int c = 0; c < row.length; c++) {
        System.arraycopy(picture[c], 0, row[c], placement.left(), placement.width());
      }
    }
  }

  private static void fillWithBar(int[][] row) {
    for (int[] channel : row) {
      Arrays.fill(channel, BAR);
    }
  }

  private void writeLuma(int[][] row, ChannelOrder order, Nv12Buffer target, int y) {
    matrix.luma(row[order.red()], row[order.green()], row[order.blue()], first, width);
    lines.luma(first, target, y);
  }

  private void writeChroma(ChannelOrder order, Nv12Buffer target, int y) {
    int[][] colors = upper;
    if (chroma == ChromaSiting.AVERAGE) {
      averageBlocks(order.channels());
      colors = blocks;
    }
    int[] r = colors[order.red()];
    int[] g = colors[order.green()];
    int[] b = colors[order.blue()];
    matrix.blueDifference(r, g, b, first, width);
    matrix.redDifference(r, g, b, second, width);
    lines.chroma(first, second, 2, target, y);
  }

  /** Puts the mean of each 2x2 block at the place of its top-left pixel. */
  private void averageBlocks(int channels) {
    for (int c = 0; c < channels; c++) {
      int[] above = upper[c];
      int[] below = lower[c];
      for (int x = 0; x < width; x += 2) {
        blocks[c][x] = (above[x] + above[x + 1] + below[x] + below[x + 1] + 2) >> 2;
      }
    }
  }
}
