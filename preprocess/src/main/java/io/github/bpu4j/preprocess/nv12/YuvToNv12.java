// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.preprocess.pixels.Plane;
import io.github.bpu4j.preprocess.pixels.YuvPixels;
import io.github.bpu4j.preprocess.placement.Placement;
import io.github.bpu4j.preprocess.placement.PlacementCache;
import io.github.bpu4j.preprocess.resample.Resizer;
import io.github.bpu4j.preprocess.resample.RowArrays;
import java.util.Arrays;

/**
 * Converts camera planes to NV12: Y, U and V are resized separately, then mapped to the target
 * range.
 *
 * <p>Bars are 127 in all three planes for both ranges, as in the vendor's helper.
 */
public final class YuvToNv12 {
  private static final int BAR = 127;

  private final Preprocessing settings;
  private final Resizer lumaResizer;
  private final Resizer chromaResizer;
  private final Resizer redResizer;
  private final PlacementCache lumaPlacements;
  private final PlacementCache chromaPlacements;
  private final RangeChange fromFull;
  private final RangeChange fromVideo;
  private final Nv12Writer lines;
  private final int height;
  private final int[][] picture;
  private final int[][] redPicture;
  private final int[] first;
  private final int[] second;

  /**
   * Creates a converter to targets of one size.
   *
   * @param settings the settings, with a range of FULL or VIDEO
   * @param width of targets in pixels, even
   * @param height of targets in pixels, even
   */
  public YuvToNv12(Preprocessing settings, int width, int height) {
    this.settings = settings;
    lumaResizer = new Resizer(settings.interpolation());
    chromaResizer = new Resizer(settings.interpolation());
    redResizer = new Resizer(settings.interpolation());
    lumaPlacements = new PlacementCache(settings.fit(), width, height);
    chromaPlacements = new PlacementCache(settings.fit(), width / 2, height / 2);
    fromFull = RangeChange.between(YuvRange.FULL, settings.range());
    fromVideo = RangeChange.between(YuvRange.VIDEO, settings.range());
    lines = new Nv12Writer(width);
    this.height = height;
    picture = RowArrays.rows(2, width);
    redPicture = new int[][] {picture[1]};
    first = RowArrays.row(width);
    second = RowArrays.row(width);
  }

  /**
   * Writes a camera frame as NV12.
   *
   * @param source planes of any size, in either range
   * @param target memory of that size, of which every pixel is written
   * @throws IllegalArgumentException when the frame is too elongated for the fit
   */
  public void convert(YuvPixels source, Nv12Buffer target) {
    if (Nv12Copy.applies(source, settings, target)) {
      Nv12Copy.copy(source, target);
      return;
    }
    RangeChange range = source.range() == YuvRange.FULL ? fromFull : fromVideo;
    try {
      convertLuma(source.y(), range, target);
      convertChroma(source, range, target);
    } finally {
      lumaResizer.close();
      chromaResizer.close();
      redResizer.close();
    }
  }

  private void convertLuma(Plane luma, RangeChange range, Nv12Buffer target) {
    Placement placement = lumaPlacements.place(luma.width(), luma.height());
    lumaResizer.open(luma, 1, placement);
    Arrays.fill(first, BAR);
    for (int y = 0; y < height; y++) {
      int inPicture = y - placement.top();
      if (coversRow(placement, inPicture)) {
        lumaResizer.row(inPicture, picture);
        range.luma(picture[0], placement.width());
        System.arraycopy(picture[0], 0, first, placement.left(), placement.width());
      } else {
        Arrays.fill(first, BAR);
      }
      lines.luma(first, target, y);
    }
  }

  private void convertChroma(YuvPixels source, RangeChange range, Nv12Buffer target) {
    Placement placement = chromaPlacements.place(source.u().width(), source.u().height());
    boolean isPaired = source.hasPairedChroma();
    boolean isBlueFirst = !isPaired || source.u().origin() < source.v().origin();
    if (isPaired) {
      chromaResizer.open(isBlueFirst ? source.u() : source.v(), 2, placement);
    } else {
      chromaResizer.open(source.u(), 1, placement);
      redResizer.open(source.v(), 1, placement);
    }
    Arrays.fill(first, BAR);
    Arrays.fill(second, BAR);
    for (int y = 0; y < height / 2; y++) {
      int inPicture = y - placement.top();
      if (coversRow(placement, inPicture)) {
        chromaResizer.row(inPicture, picture);
        if (!isPaired) {
          redResizer.row(inPicture, redPicture);
        }
        for (int[] channel : picture) {
          range.chroma(channel, placement.width());
        }
        System.arraycopy(picture[0], 0, first, placement.left(), placement.width());
        System.arraycopy(picture[1], 0, second, placement.left(), placement.width());
      } else {
        Arrays.fill(first, BAR);
        Arrays.fill(second, BAR);
      }
      lines.chroma(isBlueFirst ? first : second, isBlueFirst ? second : first, 1, target, y);
    }
  }

  private static boolean coversRow(Placement placement, int row) {
    return row >= 0 && row < placement.height();
  }
}
