// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.placement.Placement;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Pixels in four runs of equal length, for pictures whose producer takes columns in any order.
 *
 * <pre>
 * 0 4 8 ... | 2 6 10 ... | 1 5 9 ... | 3 7 11 ...
 * </pre>
 *
 * <p>Four neighbors have the same index in their runs and become one 32-bit store. The first pixels
 * of all blocks are the first half: chroma is computed for these alone. Runs are padded to equal
 * length; padding holds arbitrary values, which go behind the last pixel of a line.
 */
final class LaneLayout implements RowLayout {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int RUNS = 4;

  /** Remainder by four of the columns of each run. */
  private static final int[] REMAINDER = {0, 2, 1, 3};

  private final int width;
  private final int run;
  private final byte[] line;
  private final int[] order;
  private final int[] start = new int[RUNS];
  private final int[] length = new int[RUNS];
  private @Nullable Placement placed;
  private boolean isWhole;

  LaneLayout(int width) {
    this.width = width;
    run = (width + RUNS - 1) / RUNS;
    line = new byte[RUNS * run];
    order = new int[width];
  }

  @Override
  public int length() {
    return RUNS * run;
  }

  @Override
  public int chromaLength() {
    return 2 * run;
  }

  @Override
  public int[] place(Placement placement) {
    if (placement != placed) {
      int at = 0;
      for (int i = 0; i < RUNS; i++) {
        at += placeRun(i, placement, at);
      }
      isWhole = at == length();
      placed = placement;
    }
    return order;
  }

  private int placeRun(int i, Placement placement, int at) {
    int left = placement.left();
    int first = left + Math.floorMod(REMAINDER[i] - left, RUNS);
    int count = 0;
    for (int x = first; x < left + placement.width(); x += RUNS) {
      order[at + count++] = x - left;
    }
    start[i] = i * run + first / RUNS;
    length[i] = count;
    return count;
  }

  @Override
  public boolean isWhole() {
    return isWhole;
  }

  @Override
  public void insert(int[] picture, int[] row) {
    int from = 0;
    for (int i = 0; i < RUNS; i++) {
      System.arraycopy(picture, from, row, start[i], length[i]);
      from += length[i];
    }
  }

  @Override
  public void averageBlocks(int[] above, int[] below, int[] blocks) {
    int right = 2 * run;
    for (int x = 0; x < right; x++) {
      blocks[x] = (above[x] + above[right + x] + below[x] + below[right + x] + 2) >> 2;
    }
  }

  @Override
  public void writeLuma(int[] luma, Nv12Buffer target, int y) {
    pack(luma, 2 * run, run, 3 * run, line, run);
    target.bytes().put(y * target.rowPitch(), line, 0, width);
  }

  @Override
  public void writeChroma(int[] u, int[] v, Nv12Buffer target, int y) {
    packPairs(u, v, run, line, run);
    target.bytes().put((target.height() + y) * target.rowPitch(), line, 0, width);
  }

  private static void pack(int[] values, int one, int two, int three, byte[] line, int n) {
    for (int x = 0; x < n; x++) {
      int low = values[x] | (values[one + x] << 8);
      INT.set(line, Integer.BYTES * x, low | (values[two + x] << 16) | (values[three + x] << 24));
    }
  }

  private static void packPairs(int[] u, int[] v, int one, byte[] line, int n) {
    for (int x = 0; x < n; x++) {
      int low = u[x] | (v[x] << 8);
      INT.set(line, Integer.BYTES * x, low | (u[one + x] << 16) | (v[one + x] << 24));
    }
  }
}
