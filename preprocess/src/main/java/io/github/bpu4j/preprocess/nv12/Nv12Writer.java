// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.preprocess.resample.RowArrays;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Packs rows of values 0..255 into bytes of NV12 and writes them to a target. */
final class Nv12Writer {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private final int width;
  private final byte[] line;
  private final int[] pairs;

  Nv12Writer(int width) {
    this.width = width;
    line = new byte[width];
    pairs = RowArrays.row(width);
  }

  /** Writes a row of luma. */
  void luma(int[] values, Nv12Buffer target, int y) {
    narrow(values, line, width);
    target.bytes().put(y * target.rowPitch(), line, 0, width);
  }

  /** Writes a row of chroma from the values at 0, {@code step}, 2 {@code step} and so on. */
  void chroma(int[] u, int[] v, int step, Nv12Buffer target, int y) {
    pair(u, v, pairs, width / 2 * step);
    for (int x = 0, from = 0; x < width; x += 2, from += step) {
      SHORT.set(line, x, (short) pairs[from]);
    }
    target.bytes().put((target.height() + y) * target.rowPitch(), line, 0, width);
  }

  private static void narrow(int[] values, byte[] line, int n) {
    for (int x = 0; x < n; x++) {
      line[x] = (byte) values[x];
    }
  }

  private static void pair(int[] u, int[] v, int[] pairs, int n) {
    for (int x = 0; x < n; x++) {
      pairs[x] = u[x] | (v[x] << 8);
    }
  }
}
