// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.pixels.Plane;
import java.nio.ByteBuffer;

/**
 * Locates the rows of a plane in a byte array.
 *
 * <p>Memory on the heap is read in place. Rows of a direct or read-only buffer are copied when
 * requested, which costs less than reading their bytes one by one.
 */
final class PlaneRows implements SourceRows {
  private static final byte[] NOTHING = {};
  private static final ByteBuffer NO_SOURCE = ByteBuffer.wrap(NOTHING);

  /** Bytes after a copied row, so that eight bytes can be loaded at its last pixel. */
  private static final int SLACK = 8;

  /** Largest step between pixels of rows that are copied in one piece. */
  private static final int LARGEST_NEAR_STEP = 4;

  private ByteBuffer source = NO_SOURCE;
  private byte[] bytes = NOTHING;
  private byte[] copy = NOTHING;
  private int origin;
  private int columnStep;
  private int rowStep;
  private int width;
  private int channels;
  private boolean inPlace;

  void open(Plane plane, int pixelChannels) {
    source = plane.bytes();
    origin = plane.origin();
    columnStep = plane.columnStep();
    rowStep = plane.rowStep();
    width = plane.width();
    channels = pixelChannels;
    inPlace = source.hasArray();
    if (inPlace) {
      bytes = source.array();
      origin += source.arrayOffset();
    } else {
      int needed = (width - 1) * Math.abs(step()) + channels + SLACK;
      if (copy.length < needed) {
        copy = new byte[needed];
      }
      bytes = copy;
    }
  }

  /** Drops the references to the caller's memory. */
  void close() {
    source = NO_SOURCE;
    bytes = NOTHING;
  }

  @Override
  public int step() {
    return inPlace || isNear() ? columnStep : channels;
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public int seek(int y) {
    int start = origin + y * rowStep;
    if (inPlace) {
      return start;
    }
    if (isNear()) {
      int before = columnStep < 0 ? (width - 1) * -columnStep : 0;
      source.get(start - before, bytes, 0, (width - 1) * Math.abs(columnStep) + channels);
      return before;
    }
    gather(start);
    return 0;
  }

  private boolean isNear() {
    return Math.abs(columnStep) <= LARGEST_NEAR_STEP;
  }

  private void gather(int start) {
    int from = start;
    int to = 0;
    for (int x = 0; x < width; x++, from += columnStep) {
      for (int c = 0; c < channels; c++) {
        bytes[to++] = source.get(from + c);
      }
    }
  }
}
