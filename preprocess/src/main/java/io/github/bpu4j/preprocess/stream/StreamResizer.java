// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.stream;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.pixels.Orientation;
import io.github.bpu4j.preprocess.placement.Placement;
import io.github.bpu4j.preprocess.resample.ResizedRows;
import org.jspecify.annotations.Nullable;

/**
 * Resizes a stored picture while its rows are produced, with the same values as a resize of its
 * upright pixels in memory.
 *
 * <p>Reusable: tables are kept while the geometry stays the same. Not thread-safe.
 */
public final class StreamResizer implements ResizedRows<ImageDecodeException> {
  private static final SampledRows NONE = (y, out) -> {};

  private final StreamKernel kernel;
  private final Sampling sampling = new Sampling();
  private SampledRows source = NONE;
  private @Nullable Placement planned;
  private Orientation orientation = Orientation.UPRIGHT;
  private int channels;
  private boolean isRising = true;

  /**
   * Creates a resizer.
   *
   * @param interpolation the filter
   * @param isTransposed whether stored rows are columns of the target
   */
  public StreamResizer(Interpolation interpolation, boolean isTransposed) {
    kernel =
        switch (interpolation) {
          case LINEAR -> isTransposed ? new TransposedLinearStream() : new LinearStream();
          case NEAREST -> new NearestStream();
          case AREA, ANTIALIAS -> new WholeRowStream(interpolation);
        };
  }

  /**
   * Returns whether rows suffice for an orientation, in the order in which they are stored.
   *
   * @param interpolation the filter
   * @param orientation of the stored picture
   * @return false where the picture must be decoded as a whole
   */
  public static boolean supports(Interpolation interpolation, Orientation orientation) {
    return switch (interpolation) {
      case LINEAR, NEAREST -> true;
      case AREA, ANTIALIAS -> !orientation.isTransposed() && !orientation.mirrorsRows();
    };
  }

  /**
   * Plans a picture.
   *
   * @param placement of the upright picture, or of the transposed one in a transposed target;
   *     tables are kept when it is the same object as before
   * @param stored orientation of the stored picture
   * @param pixelChannels values of a pixel, 1 or 3
   * @param order the window column of each value of a row; depends on the placement alone
   * @return the pixels that will be read, valid until the next plan
   */
  public Sampling plan(Placement placement, Orientation stored, int pixelChannels, int[] order) {
    if (placement == planned && stored == orientation && pixelChannels == channels) {
      kernel.restart();
      return sampling;
    }
    planned = placement;
    orientation = stored;
    channels = pixelChannels;
    StoredAxes axes = StoredAxes.of(placement, stored);
    isRising = !axes.mirrorRows();
    kernel.plan(axes, order, channels, sampling);
    return sampling;
  }

  /** Returns whether rows are requested from top to bottom; else from bottom to top. */
  public boolean isRising() {
    return isRising;
  }

  /**
   * Begins the picture planned last.
   *
   * @param rows produces its pixels
   */
  public void open(SampledRows rows) {
    source = rows;
  }

  /** Drops the reference to the producer. */
  public void close() {
    source = NONE;
    kernel.restart();
  }

  @Override
  public void row(int y, int[][] out) throws ImageDecodeException {
    kernel.row(source, y, out);
  }
}
