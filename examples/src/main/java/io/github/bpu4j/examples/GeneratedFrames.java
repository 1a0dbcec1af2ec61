// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.examples;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** An endless stream without a camera: gray bars that move left by two columns per frame. */
final class GeneratedFrames implements FrameSource {
  private static final byte NEUTRAL_CHROMA = (byte) 128;

  private final int width;
  private final int height;
  private final byte[] bars;
  private final byte[] chroma;
  private int offset;

  GeneratedFrames(int width, int height) {
    this.width = width;
    this.height = height;
    bars = new byte[2 * width];
    for (int x = 0; x < bars.length; x++) {
      bars[x] = (byte) (16 + (x % width) * 8 / width * 27);
    }
    chroma = new byte[width];
    Arrays.fill(chroma, NEUTRAL_CHROMA);
  }

  @Override
  public boolean next(ByteBuffer frame) {
    frame.clear();
    for (int y = 0; y < height; y++) {
      frame.put(bars, offset, width);
    }
    for (int y = 0; y < height / 2; y++) {
      frame.put(chroma);
    }
    frame.flip();
    offset = (offset + 2) % width;
    return true;
  }

  @Override
  public void close() {}
}
