// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.placement.Scaling;
import java.util.Arrays;

/**
 * Resizes as Pillow's {@code BILINEAR}: weights of {@link TriangleTable} along the row, then down
 * the columns, {@code clamp((sum + 2^21) >> 22)} to 8 bits both times.
 *
 * <p>Filtered rows are kept in a ring of the longest run's length, since runs overlap.
 */
final class TriangleKernel implements Kernel {
  private static final int HALF = 1 << (TriangleTable.BITS - 1);
  private static final int NONE = -1;

  private final TriangleTable columns = new TriangleTable();
  private final TriangleTable rows = new TriangleTable();
  private int[][] ring = {};
  private int[] ringRow = {};
  private int[] sums = {};
  private int channels;
  private int count;

  @Override
  public void plan(Scaling x, int[] order, Scaling y, int pixelChannels) {
    columns.plan(x, order);
    rows.plan(y, Scaling.NATURAL);
    channels = pixelChannels;
    count = x.count();
    int values = channels * count;
    if (sums.length < values) {
      sums = new int[values];
      ring = new int[0][];
    }
    if (ring.length < rows.longest) {
      ring = new int[rows.longest][sums.length];
      ringRow = new int[rows.longest];
    }
    restart();
  }

  @Override
  public void restart() {
    Arrays.fill(ringRow, NONE);
  }

  @Override
  public void row(SourceRows source, int y, int[][] out) {
    int n = channels * count;
    Arrays.fill(sums, 0, n, HALF);
    for (int k = rows.start[y]; k < rows.start[y + 1]; k++) {
      int[] filtered = filteredRow(source, rows.first[y] + k - rows.start[y]);
      int weight = rows.weight[k];
      for (int i = 0; i < n; i++) {
        sums[i] += filtered[i] * weight;
      }
    }
    for (int c = 0; c < channels; c++) {
      for (int x = 0; x < count; x++) {
        out[c][x] = toByteRange(sums[c * count + x]);
      }
    }
  }

  private int[] filteredRow(SourceRows source, int y) {
    int slot = y % ring.length;
    int[] filtered = ring[slot];
    if (ringRow[slot] != y) {
      int base = source.seek(y);
      for (int c = 0; c < channels; c++) {
        filter(source.bytes(), base + c, source.step(), filtered, c * count);
      }
      ringRow[slot] = y;
    }
    return filtered;
  }

  private void filter(byte[] bytes, int base, int step, int[] out, int at) {
    int[] weight = columns.weight;
    for (int x = 0; x < count; x++) {
      int from = base + columns.first[x] * step;
      int sum = HALF;
      for (int k = columns.start[x]; k < columns.start[x + 1]; k++, from += step) {
        sum += (bytes[from] & 0xFF) * weight[k];
      }
      out[at + x] = toByteRange(sum);
    }
  }

  private static int toByteRange(int sum) {
    return Math.min(sum >> TriangleTable.BITS, 255);
  }
}
