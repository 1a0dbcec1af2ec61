// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Gathers the two source pixels of every column of a row, channel c in bits 8c to 8c + 7 of an int.
 *
 * <p>Where both pixels lie within eight bytes, one load reads them. Bytes beyond the pixels end up
 * in higher bits, which are never used.
 */
final class PixelPairs {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LARGEST_WIDE_STEP = 4;

  private LinearTable columns = new LinearTable(false);
  private int[] low = {};
  private int[] high = {};
  private int[] offset = {};
  private int offsetStep;
  private int lastColumn;
  private int channels;
  private int count;

  void plan(LinearTable table, int pixels, int pixelChannels) {
    columns = table;
    count = pixels;
    channels = pixelChannels;
    offsetStep = 0;
    lastColumn = 0;
    for (int x = 0; x < count; x++) {
      lastColumn = Math.max(lastColumn, columns.low()[x]);
    }
    if (low.length < count) {
      low = RowArrays.row(count);
      high = RowArrays.row(count);
      offset = RowArrays.row(count);
    }
  }

  /** Returns the left pixels of the row gathered last. */
  int[] low() {
    return low;
  }

  /** Returns the right pixels of the row gathered last. */
  int[] high() {
    return high;
  }

  void gather(SourceRows source, int y) {
    int base = source.seek(y);
    byte[] bytes = source.bytes();
    int step = source.step();
    if (step != offsetStep) {
      for (int x = 0; x < count; x++) {
        offset[x] = columns.low()[x] * step;
      }
      offsetStep = step;
    }
    boolean isWide =
        step >= channels
            && step <= LARGEST_WIDE_STEP
            && base + lastColumn * step + Long.BYTES <= bytes.length;
    if (isWide) {
      gatherWide(bytes, base, offset, step * Byte.SIZE, low, high, count);
    } else {
      gatherBytes(bytes, base, columns.low(), step, low);
      gatherBytes(bytes, base, columns.high(), step, high);
    }
  }

  private static void gatherWide(
      byte[] bytes, int base, int[] offset, int toNeighbor, int[] low, int[] high, int n) {
    for (int x = 0; x < n; x++) {
      long pair = (long) LONG.get(bytes, base + offset[x]);
      low[x] = (int) pair;
      high[x] = (int) (pair >>> toNeighbor);
    }
  }

  private void gatherBytes(byte[] bytes, int base, int[] column, int step, int[] to) {
    for (int x = 0; x < count; x++) {
      int from = base + column[x] * step;
      int pixel = 0;
      for (int c = 0; c < channels; c++) {
        pixel |= (bytes[from + c] & 0xFF) << (c * Byte.SIZE);
      }
      to[x] = pixel;
    }
  }
}
