// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;

/** One camera picture in the layouts that cameras give. */
final class CameraFrames {
  private final byte[] tight;
  private final int width;
  private final int height;
  private final YuvRange range;

  private CameraFrames(byte[] tight, int width, int height, YuvRange range) {
    this.tight = tight;
    this.width = width;
    this.height = height;
    this.range = range;
  }

  int width() {
    return width;
  }

  static CameraFrames of(GoldenVectors.Vector vector) {
    String[] parts = vector.input().split("[:x]", -1);
    return new CameraFrames(
        Formulas.nv12(vector.input()),
        Integer.parseInt(parts[1]),
        Integer.parseInt(parts[2]),
        vector.sourceRange());
  }

  static CameraFrames noise(int width, int height) {
    return new CameraFrames(
        Formulas.noise(width * height * 3 / 2, 43), width, height, YuvRange.VIDEO);
  }

  byte luma(int x, int y) {
    return tight[y * width + x];
  }

  static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  ImageFrame nv12(Function<byte[], ByteBuffer> memory, int stride) {
    byte[] padded = new byte[stride * height * 3 / 2];
    Arrays.fill(padded, (byte) 0x5A);
    for (int y = 0; y < height * 3 / 2; y++) {
      System.arraycopy(tight, y * width, padded, y * stride, width);
    }
    return ImageFrame.nv12(memory.apply(padded), width, height, stride, range);
  }

  ImageFrame nv21() {
    byte[] swapped = tight.clone();
    for (int i = width * height; i < swapped.length; i += 2) {
      swapped[i] = tight[i + 1];
      swapped[i + 1] = tight[i];
    }
    return ImageFrame.nv21(ByteBuffer.wrap(swapped), width, height, width, range);
  }

  ImageFrame i420() {
    byte[] planar = tight.clone();
    int chroma = width * height / 4;
    for (int i = 0; i < chroma; i++) {
      planar[width * height + i] = tight[width * height + 2 * i];
      planar[width * height + chroma + i] = tight[width * height + 2 * i + 1];
    }
    return ImageFrame.i420(ByteBuffer.wrap(planar), width, height, width, range);
  }
}
