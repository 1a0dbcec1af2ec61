// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.placement.Placement;
import io.github.bpu4j.preprocess.resample.ResizedRows;
import io.github.bpu4j.preprocess.resample.RowArrays;
import java.util.Arrays;

/**
 * Converts resized rows of RGB or gray to NV12, one after another: bars, matrix, write.
 *
 * <p>A row is an array of values 0..255 per channel, in the source's channel order and the order of
 * pixels of a {@link RowLayout}.
 */
final class RgbWriter {
  private static final int BAR = 127;

  private final RgbToYuv matrix;
  private final ChromaSiting chroma;
  private final RowLayout layout;
  private final int height;
  private final int[][] upper;
  private final int[][] lower;
  private final int[][] picture;
  private final int[][] blocks;
  private final int[] first;
  private final int[] second;

  RgbWriter(Preprocessing settings, RowLayout layout, int height) {
    matrix = RgbToYuv.of(settings.range());
    chroma = settings.chroma();
    this.layout = layout;
    this.height = height;
    int length = layout.length();
    upper = RowArrays.rows(3, length);
    lower = chroma == ChromaSiting.TOP_LEFT ? upper : RowArrays.rows(3, length);
    picture = RowArrays.rows(3, length);
    blocks = RowArrays.rows(3, length);
    first = RowArrays.row(length);
    second = RowArrays.row(length);
  }

  /** Returns the column of a picture for each value of its rows. */
  int[] place(Placement placement) {
    return layout.place(placement);
  }

  /**
   * Writes the picture placed last.
   *
   * @param rows the resized picture
   * @param placement where it lies
   * @param order channels of its rows
   * @param isRising whether rows are requested from top to bottom, or else from bottom to top
   * @param target where every pixel is written
   * @param <E> thrown when the source of the pixels fails
   * @throws E when the source of the pixels fails
   */
  <E extends Exception> void write(
      ResizedRows<E> rows,
      Placement placement,
      ChannelOrder order,
      boolean isRising,
      Nv12Buffer target)
      throws E {
    fillWithBar(upper);
    fillWithBar(lower);
    for (int i = 0; i < height; i++) {
      int y = isRising ? i : height - 1 - i;
      boolean isUpper = (y & 1) == 0;
      int[][] row = isUpper ? upper : lower;
      fetch(rows, placement, y, row);
      writeLuma(row, order, target, y);
      if (chroma == ChromaSiting.TOP_LEFT ? isUpper : isUpper != isRising) {
        writeChroma(order, target, y / 2);
      }
    }
  }

  private <E extends Exception> void fetch(
      ResizedRows<E> rows, Placement placement, int y, int[][] row) throws E {
    int inPicture = y - placement.top();
    if (inPicture < 0 || inPicture >= placement.height()) {
      fillWithBar(row);
    } else if (layout.isWhole()) {
      rows.row(inPicture, row);
    } else {
      rows.row(inPicture, picture);
      for (int c = 0; c < row.length; c++) {
        layout.insert(picture[c], row[c]);
      }
    }
  }

  private static void fillWithBar(int[][] row) {
    for (int[] channel : row) {
      Arrays.fill(channel, BAR);
    }
  }

  private void writeLuma(int[][] row, ChannelOrder order, Nv12Buffer target, int y) {
    matrix.luma(row[order.red()], row[order.green()], row[order.blue()], first, layout.length());
    layout.writeLuma(first, target, y);
  }

  private void writeChroma(ChannelOrder order, Nv12Buffer target, int y) {
    int[][] colors = upper;
    if (chroma == ChromaSiting.AVERAGE) {
      for (int c = 0; c < order.channels(); c++) {
        layout.averageBlocks(upper[c], lower[c], blocks[c]);
      }
      colors = blocks;
    }
    int[] r = colors[order.red()];
    int[] g = colors[order.green()];
    int[] b = colors[order.blue()];
    matrix.blueDifference(r, g, b, first, layout.chromaLength());
    matrix.redDifference(r, g, b, second, layout.chromaLength());
    layout.writeChroma(first, second, target, y);
  }
}
