// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * OpenCV's {@code INTER_LINEAR} on 8 bits: weights of {@link LinearTable}, then
 *
 * <pre>
 * H   = S[low] * a0 + S[high] * a1                                        (in a row)
 * out = (((b0 * (H0 >> 4)) >> 16) + ((b1 * (H1 >> 4)) >> 16) + 2) >> 2    (of two rows)
 * </pre>
 *
 * <p>The rows' {@code H >> 4} are kept, since the next row often needs one of them again. Three
 * channels are weighted at once in one long: each lane of 21 bits holds at most 255 * 2049, which
 * is less than 2^19.
 */
final class LinearKernel implements Kernel {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int LANE = 21;
  private static final int NONE = -1;

  private final LinearTable columns;
  private final LinearTable rows;
  private final int[][] weighted = {{}, {}};
  private final int[] weightedRow = {NONE, NONE};
  private int channels;
  private int count;

  LinearKernel(boolean area) {
    columns = new LinearTable(area);
    rows = new LinearTable(area);
  }

  @Override
  public void plan(Scaling x, Scaling y, int pixelChannels) {
    columns.planColumns(x);
    rows.planRows(y);
    channels = pixelChannels;
    count = x.count();
    for (int slot = 0; slot < 2; slot++) {
      if (weighted[slot].length < channels * count) {
        weighted[slot] = new int[channels * count];
      }
    }
    restart();
  }

  @Override
  public void restart() {
    weightedRow[0] = NONE;
    weightedRow[1] = NONE;
  }

  @Override
  public void row(SourceRows source, int y, int[] out, int at, int stride) {
    int[] upper = weightedRow(source, rows.low[y], rows.high[y]);
    int[] lower = weightedRow(source, rows.high[y], rows.low[y]);
    for (int c = 0; c < channels; c++) {
      blend(
          upper,
          lower,
          c * count,
          rows.lowWeight[y],
          rows.highWeight[y],
          out,
          at + c * stride,
          count);
    }
  }

  /** The weighted row {@code y}, computed unless it is kept; {@code other} must stay kept. */
  private int[] weightedRow(SourceRows source, int y, int other) {
    int slot = weightedRow[0] == y || (weightedRow[1] != y && weightedRow[0] != other) ? 0 : 1;
    if (weightedRow[slot] != y) {
      weigh(source, y, weighted[slot]);
      weightedRow[slot] = y;
    }
    return weighted[slot];
  }

  private void weigh(SourceRows source, int y, int[] out) {
    int base = source.seek(y);
    byte[] bytes = source.bytes();
    int step = source.step();
    if (channels == 1) {
      weighBytes(bytes, base, step, 0, out, 0);
    } else if ((step == 3 || step == 4)
        && base + columns.low[count - 1] * step + Long.BYTES <= bytes.length) {
      weighPixels(bytes, base, step, out);
    } else {
      for (int c = 0; c < channels; c++) {
        weighBytes(bytes, base, step, c, out, c * count);
      }
    }
  }

  /** One channel, for any step between pixels. */
  private void weighBytes(byte[] bytes, int base, int step, int channel, int[] out, int at) {
    int[] low = columns.low;
    int[] high = columns.high;
    int[] lowWeight = columns.lowWeight;
    int[] highWeight = columns.highWeight;
    int first = base + channel;
    for (int x = 0; x < count; x++) {
      int sum =
          (bytes[first + low[x] * step] & 0xFF) * lowWeight[x]
              + (bytes[first + high[x] * step] & 0xFF) * highWeight[x];
      out[at + x] = sum >> 4;
    }
  }

  /** Three channels of two neighbour pixels with one load of eight bytes. */
  private void weighPixels(byte[] bytes, int base, int step, int[] out) {
    int[] low = columns.low;
    int[] lowWeight = columns.lowWeight;
    int[] highWeight = columns.highWeight;
    int n = count;
    int toNeighbour = step * Byte.SIZE;
    for (int x = 0; x < n; x++) {
      long pair = (long) LONG.get(bytes, base + low[x] * step);
      long sum = lanes(pair) * lowWeight[x] + lanes(pair >>> toNeighbour) * highWeight[x];
      out[x] = (int) (sum >>> 4) & 0xFFFF;
      out[x + n] = (int) (sum >>> (LANE + 4)) & 0xFFFF;
      out[x + 2 * n] = (int) (sum >>> (2 * LANE + 4)) & 0xFFFF;
    }
  }

  /** Spreads the lowest three bytes to lanes of 21 bits. */
  private static long lanes(long pixel) {
    return (pixel & 0xFF)
        | ((pixel & 0xFF00) << (LANE - 8))
        | ((pixel & 0xFF0000) << (2 * LANE - 16));
  }

  private static void blend(
      int[] upper, int[] lower, int from, int b0, int b1, int[] out, int at, int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = (((upper[from + x] * b0) >> 16) + ((lower[from + x] * b1) >> 16) + 2) >> 2;
    }
  }
}
