// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.nv12;

import io.github.bpu4j.preprocess.Nv12Buffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Exchanges rows and columns of NV12: luma by pixels, chroma by pairs. */
final class Nv12Transpose {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());

  private final int width;
  private final int height;
  private final byte[] source;
  private final byte[] line;

  /**
   * Creates a transposition.
   *
   * @param width of targets in pixels
   * @param height of targets in pixels
   * @param source NV12 of {@code height} columns and {@code width} rows, without gaps
   */
  Nv12Transpose(int width, int height, byte[] source) {
    this.width = width;
    this.height = height;
    this.source = source;
    line = new byte[width];
  }

  /** Writes the transposed picture to a target. */
  void write(Nv12Buffer target) {
    for (int y = 0; y < height; y++) {
      for (int x = 0, from = y; x < width; x++, from += height) {
        line[x] = source[from];
      }
      target.bytes().put(y * target.rowPitch(), line, 0, width);
    }
    for (int y = 0; y < height; y += 2) {
      int from = width * height + y;
      for (int x = 0; x < width; x += 2, from += height) {
        SHORT.set(line, x, (short) SHORT.get(source, from));
      }
      target.bytes().put((height + y / 2) * target.rowPitch(), line, 0, width);
    }
  }
}
