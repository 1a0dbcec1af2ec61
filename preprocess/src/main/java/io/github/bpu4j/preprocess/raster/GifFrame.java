// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.raster;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.nio.ByteBuffer;

/**
 * A frame's place on the screen.
 *
 * @param left of the screen, in pixels
 * @param top of the screen, in pixels
 * @param width in pixels
 * @param height in pixels
 * @param isInterlaced whether its rows come in four passes
 * @param hasPalette whether a palette of its own follows the descriptor
 * @param data index of the byte that says how long the first codes are
 */
record GifFrame(
    int left, int top, int width, int height, boolean isInterlaced, boolean hasPalette, int data) {
  static final int DESCRIPTOR_BYTES = 10;
  private static final int[] PASS_STARTS = {0, 4, 2, 1};
  private static final int[] PASS_STEPS = {8, 8, 4, 2};

  static GifFrame at(ByteBuffer file, int at, int screenWidth, int screenHeight)
      throws ImageDecodeException {
    byte flags = file.get(at + DESCRIPTOR_BYTES - 1);
    GifFrame frame =
        new GifFrame(
            file.getChar(at + 1),
            file.getChar(at + 3),
            file.getChar(at + 5),
            file.getChar(at + 7),
            (flags & 0x40) != 0,
            (flags & 0x80) != 0,
            at + DESCRIPTOR_BYTES + GifReader.paletteBytes(flags));
    if (frame.width < 1
        || frame.height < 1
        || frame.left + frame.width > screenWidth
        || frame.top + frame.height > screenHeight) {
      throw new ImageDecodeException(
          "damaged GIF: its first frame of %dx%d at %d,%d exceeds the screen of %dx%d"
              .formatted(
                  frame.width, frame.height, frame.left, frame.top, screenWidth, screenHeight));
    }
    return frame;
  }

  /** Paints palette entries, in the order of the file, on a screen of RGB. */
  void paint(byte[] indices, byte[] palette, int transparent, byte[] screen, int screenWidth)
      throws ImageDecodeException {
    int from = 0;
    for (int pass = 0; pass < (isInterlaced ? PASS_STARTS.length : 1); pass++) {
      int step = isInterlaced ? PASS_STEPS[pass] : 1;
      for (int y = isInterlaced ? PASS_STARTS[pass] : 0; y < height; y += step) {
        int to = ((top + y) * screenWidth + left) * 3;
        for (int x = 0; x < width; x++, to += 3) {
          int index = indices[from++] & 0xFF;
          if (index * 3 >= palette.length) {
            throw new ImageDecodeException(
                "damaged GIF: color %d of a palette of %d".formatted(index, palette.length / 3));
          }
          if (index != transparent) {
            System.arraycopy(palette, index * 3, screen, to, 3);
          }
        }
      }
    }
  }
}
