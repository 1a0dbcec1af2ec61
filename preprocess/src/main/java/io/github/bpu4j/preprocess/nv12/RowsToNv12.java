// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.pixels.ChannelOrder;
import io.github.bpu4j.preprocess.pixels.Orientation;
import io.github.bpu4j.preprocess.placement.Placement;
import io.github.bpu4j.preprocess.placement.PlacementCache;
import io.github.bpu4j.preprocess.stream.SampledRows;
import io.github.bpu4j.preprocess.stream.Sampling;
import io.github.bpu4j.preprocess.stream.StreamResizer;
import org.jspecify.annotations.Nullable;

/**
 * Converts stored pictures to NV12 while a decoder produces their rows.
 *
 * <p>The bytes are those that {@link RgbToNv12} makes of the upright picture in memory. A picture
 * is planned, then converted; a plan may be dropped for another one. Not thread-safe.
 *
 * <p>Where stored rows are columns of the target, a transposed target is written to scratch memory
 * and transposed at the end.
 */
public final class RowsToNv12 {
  private final Preprocessing settings;
  private final PlacementCache placements;
  private final RowConversion upright;
  private final RowConversion transposed;
  private final Nv12Buffer scratch;
  private final Nv12Transpose transpose;
  private @Nullable Placement uprightPlacement;
  private @Nullable Placement transposedPlacement;
  private boolean isTransposed;

  /**
   * Creates a converter to targets of one size.
   *
   * @param settings the settings, with a range of FULL or VIDEO
   * @param width of targets in pixels, even
   * @param height of targets in pixels, even
   */
  public RowsToNv12(Preprocessing settings, int width, int height) {
    this.settings = settings;
    placements = new PlacementCache(settings.fit(), width, height);
    upright = new RowConversion(settings, false, width, height);
    transposed = new RowConversion(settings, true, height, width);
    scratch = Nv12Buffer.allocate(/* width= */ height, /* height= */ width);
    transpose = new Nv12Transpose(width, height, scratch.bytes().array());
  }

  /**
   * Returns whether pictures of an orientation can be converted row by row.
   *
   * @param orientation of the stored picture
   * @return false where its pixels must be decoded to memory and given to {@link RgbToNv12}
   */
  public boolean supports(Orientation orientation) {
    return StreamResizer.supports(settings.interpolation(), orientation);
  }

  /**
   * Plans a picture.
   *
   * @param width of the stored picture
   * @param height of the stored picture
   * @param orientation of the stored picture, one that is supported
   * @param order colors of the values of a pixel
   * @return the pixels that will be read, valid until the next plan
   * @throws IllegalArgumentException when the picture is too elongated for the fit
   */
  public Sampling plan(int width, int height, Orientation orientation, ChannelOrder order) {
    if (!supports(orientation)) {
      throw new IllegalArgumentException(
          "%s of a picture stored as %s needs all of its pixels; decode it to memory"
              .formatted(settings.interpolation(), orientation));
    }
    isTransposed = orientation.isTransposed();
    return isTransposed
        ? transposed.plan(transposedOf(placements.place(height, width)), orientation, order)
        : upright.plan(placements.place(width, height), orientation, order);
  }

  private Placement transposedOf(Placement placement) {
    Placement result = transposedPlacement;
    if (result == null || placement != uprightPlacement) {
      result = placement.transposed();
      uprightPlacement = placement;
      transposedPlacement = result;
    }
    return result;
  }

  /**
   * Converts the picture planned last.
   *
   * @param rows produces its pixels
   * @param target memory of this converter's size, of which every pixel is written
   * @throws ImageDecodeException when a row cannot be decoded; the target is then undefined
   */
  public void convert(SampledRows rows, Nv12Buffer target) throws ImageDecodeException {
    if (isTransposed) {
      transposed.convert(rows, scratch);
      transpose.write(target);
    } else {
      upright.convert(rows, target);
    }
  }
}
