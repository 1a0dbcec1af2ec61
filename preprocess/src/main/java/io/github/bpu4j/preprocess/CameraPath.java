// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import io.github.bpu4j.preprocess.resample.Placement;
import io.github.bpu4j.preprocess.resample.Placer;
import io.github.bpu4j.preprocess.resample.Resizer;
import io.github.bpu4j.preprocess.resample.YuvPixels;
import java.util.Arrays;

/**
 * Camera planes to NV12: Y, U and V are resized by themselves, then moved to the wanted range.
 *
 * <p>Bars are 127 in all three planes whatever the range, as the vendor's helper makes them.
 */
final class CameraPath {
  private static final int BAR = 127;

  private final Resizer lumaResizer;
  private final Resizer blueResizer;
  private final Resizer redResizer;
  private final Placer lumaPlacer;
  private final Placer chromaPlacer;
  private final int width;
  private final int height;
  private final int[] row;
  private final byte[] line;
  private final byte[] lumaFromFull;
  private final byte[] lumaFromVideo;
  private final byte[] chromaFromFull;
  private final byte[] chromaFromVideo;

  CameraPath(Preprocessing settings, int width, int height) {
    lumaResizer = new Resizer(settings.interpolation());
    blueResizer = new Resizer(settings.interpolation());
    redResizer = new Resizer(settings.interpolation());
    lumaPlacer = new Placer(settings.fit(), width, height);
    chromaPlacer = new Placer(settings.fit(), width / 2, height / 2);
    this.width = width;
    this.height = height;
    row = new int[width];
    line = new byte[width];
    YuvRange range = settings.range();
    lumaFromFull = RangeChange.luma(YuvRange.FULL, range);
    lumaFromVideo = RangeChange.luma(YuvRange.VIDEO, range);
    chromaFromFull = RangeChange.chroma(YuvRange.FULL, range);
    chromaFromVideo = RangeChange.chroma(YuvRange.VIDEO, range);
  }

  void convert(YuvPixels source, Nv12Buffer target) {
    Placement luma = lumaPlacer.place(source.width(), source.height());
    Placement chroma = chromaPlacer.place(source.u().width(), source.u().height());
    boolean isFull = source.range() == YuvRange.FULL;
    try {
      lumaResizer.open(source.y(), 1, luma);
      Arrays.fill(line, (byte) BAR);
      byte[] lumaTable = isFull ? lumaFromFull : lumaFromVideo;
      for (int y = 0; y < height; y++) {
        resizeRow(lumaResizer, luma, y, lumaTable, 0, 1);
        target.bytes().put(y * target.rowPitch(), line, 0, width);
      }
      blueResizer.open(source.u(), 1, chroma);
      redResizer.open(source.v(), 1, chroma);
      Arrays.fill(line, (byte) BAR);
      byte[] chromaTable = isFull ? chromaFromFull : chromaFromVideo;
      for (int y = 0; y < height / 2; y++) {
        resizeRow(blueResizer, chroma, y, chromaTable, 0, 2);
        resizeRow(redResizer, chroma, y, chromaTable, 1, 2);
        target.bytes().put(target.chromaOffset() + y * target.rowPitch(), line, 0, width);
      }
    } finally {
      lumaResizer.close();
      blueResizer.close();
      redResizer.close();
    }
  }

  private void resizeRow(
      Resizer resizer, Placement placement, int y, byte[] table, int first, int step) {
    int inPicture = y - placement.top();
    if (inPicture >= 0 && inPicture < placement.height()) {
      resizer.row(inPicture, row, 0, width);
      int to = placement.left() * step + first;
      for (int x = 0; x < placement.width(); x++, to += step) {
        line[to] = table[row[x]];
      }
    } else if (inPicture == placement.height()) {
      Arrays.fill(line, (byte) BAR);
    }
  }
}
