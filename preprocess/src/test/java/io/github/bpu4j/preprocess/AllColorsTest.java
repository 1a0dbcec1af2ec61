// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every one of the 2^24 colors has the Y, U and V of the formula, in both ranges. */
final class AllColorsTest {
  /** A picture of 2x512 holds 512 colors, each twice, so that each gets its own chroma sample. */
  private static final int COLUMNS = 4096;

  @ParameterizedTest
  @EnumSource(
      value = YuvRange.class,
      names = {"FULL", "VIDEO"})
  void allColors(YuvRange range) {
    int blocks = COLUMNS / 2;
    byte[] rgb = new byte[COLUMNS * 2 * 3];
    ImageFrame frame = ImageFrame.rgb(ByteBuffer.wrap(rgb), COLUMNS, 2, COLUMNS * 3);
    Nv12Buffer target = Nv12Buffer.allocate(COLUMNS, 2);
    Nv12Converter converter =
        new Nv12Converter(Preprocessing.defaults().withRange(range), COLUMNS, 2);
    long wrong = 0;
    for (int first = 0; first < 1 << 24; first += blocks) {
      for (int x = 0; x < COLUMNS; x++) {
        put(rgb, x, first + x / 2);
        put(rgb, COLUMNS + x, first + x / 2);
      }
      converter.convert(frame, target);
      wrong += count(target.bytes(), first, blocks, range);
    }
    assertThat(wrong).isZero();
  }

  private static void put(byte[] rgb, int pixel, int color) {
    rgb[pixel * 3] = (byte) (color >> 16);
    rgb[pixel * 3 + 1] = (byte) (color >> 8);
    rgb[pixel * 3 + 2] = (byte) color;
  }

  private static long count(ByteBuffer nv12, int first, int blocks, YuvRange range) {
    long wrong = 0;
    for (int i = 0; i < blocks; i++) {
      int color = first + i;
      long r = color >> 16;
      long g = (color >> 8) & 0xFF;
      long b = color & 0xFF;
      boolean full = range == YuvRange.FULL;
      long y =
          full
              ? 313524 * r + 615514 * g + 119538 * b + (1 << 19)
              : 269484 * r + 528482 * g + 102760 * b + (16 << 20) + (1 << 19);
      long u =
          full
              ? -176932 * r - 347356 * g + 524288 * b + (128 << 20) + (1 << 19)
              : -155188 * r - 305135 * g + 460324 * b + (128 << 20) + (1 << 19);
      long v =
          full
              ? 524288 * r - 439026 * g - 85262 * b + (128 << 20) + (1 << 19)
              : 460324 * r - 385875 * g - 74448 * b + (128 << 20) + (1 << 19);
      wrong += differs(nv12, 2 * i, y) + differs(nv12, 2 * i + 1, y);
      wrong += differs(nv12, 2 * COLUMNS + 2 * i, u) + differs(nv12, 2 * COLUMNS + 2 * i + 1, v);
    }
    return wrong;
  }

  private static int differs(ByteBuffer nv12, int at, long value) {
    return (nv12.get(at) & 0xFF) == Math.max(0, Math.min(value >> 20, 255)) ? 0 : 1;
  }
}
