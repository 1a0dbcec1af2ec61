// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import java.nio.ByteBuffer;

/**
 * Memory that holds one NV12 picture: rows of Y, then rows of interleaved U and V at half height.
 *
 * <p>Row {@code y} of the luma starts at {@code y * rowPitch}, row {@code y} of the chroma at
 * {@code (height + y) * rowPitch}; both count from index 0 of {@code bytes}, whatever its position.
 * The record shares the buffer with its maker: it is a view, not a copy.
 *
 * @param bytes heap or direct, at least {@code rowPitch * height * 3 / 2} long
 * @param width in pixels, even
 * @param height in pixels, even
 * @param rowPitch bytes from one row to the next, at least {@code width}
 */
public record Nv12Buffer(ByteBuffer bytes, int width, int height, int rowPitch) {
  public Nv12Buffer {
    if (width <= 0 || height <= 0 || (width & 1) != 0 || (height & 1) != 0) {
      throw new IllegalArgumentException(
          "NV12 picture of "
              + width
              + "x"
              + height
              + " pixels: both sides must be even and above 0");
    }
    if (rowPitch < width) {
      throw new IllegalArgumentException(
          "NV12 row pitch of " + rowPitch + " bytes: expected at least the width, " + width);
    }
    long needed = (long) rowPitch * height / 2 * 3;
    if (bytes.capacity() < needed) {
      throw new IllegalArgumentException(
          "NV12 buffer of "
              + bytes.capacity()
              + " bytes: "
              + width
              + "x"
              + height
              + " at pitch "
              + rowPitch
              + " needs "
              + needed);
    }
  }

  /** A heap buffer of exactly the size, without padding. */
  public static Nv12Buffer allocate(int width, int height) {
    long size = (long) width * height / 2 * 3;
    if (width <= 0 || height <= 0 || size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("NV12 picture of " + width + "x" + height + " pixels");
    }
    return new Nv12Buffer(ByteBuffer.allocate((int) size), width, height, width);
  }
}
