// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.raster;

import java.nio.ByteBuffer;

/** 256 colors of three bytes, in the order of the file; black where the file has none. */
final class Palette {
  private static final int COLORS = 256;

  private final byte[] colors = new byte[COLORS * 3];

  /** Copies colors that stand so many bytes apart, which the file was checked to hold. */
  Palette(ByteBuffer file, int from, int count, int step) {
    for (int i = 0; i < count; i++) {
      file.get(from + i * step, colors, i * 3, 3);
    }
  }

  /** Writes the color of an entry of 0 to 255. */
  void copyTo(byte[] pixels, int at, int entry) {
    System.arraycopy(colors, entry * 3, pixels, at, 3);
  }
}
