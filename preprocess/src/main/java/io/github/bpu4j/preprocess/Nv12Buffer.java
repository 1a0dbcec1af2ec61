// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * NV12 memory of one picture, owned by the caller, heap or direct.
 *
 * <p>Layout: {@code height} rows of luma, {@code rowPitch} bytes apart, then {@code height / 2}
 * rows of interleaved U, V at the same pitch, from index 0 of {@code bytes}, whose position is
 * neither read nor changed. Bytes between the width and the pitch are never written.
 *
 * @param bytes the memory, written to and not copied
 * @param width in pixels, even
 * @param height in pixels, even
 * @param rowPitch bytes from one row to the next, {@code width} or more
 * @since 0.1.0
 */
public record Nv12Buffer(ByteBuffer bytes, int width, int height, int rowPitch) {
  /** Requires even sides and enough writable memory. */
  public Nv12Buffer {
    Objects.requireNonNull(bytes, "bytes");
    requireEven(width, height);
    if (rowPitch < width) {
      throw new IllegalArgumentException(
          "NV12 of width %2$d needs a row pitch of %2$d bytes or more, got %1$d"
              .formatted(rowPitch, width));
    }
    long needed = (height + height / 2 - 1L) * rowPitch + width;
    if (bytes.limit() < needed) {
      throw new IllegalArgumentException(
          "NV12 of %dx%d at a pitch of %d needs %d bytes, the buffer's limit is %d"
              .formatted(width, height, rowPitch, needed, bytes.limit()));
    }
    if (bytes.isReadOnly()) {
      throw new IllegalArgumentException("NV12 needs a writable buffer, got a read-only one");
    }
  }

  /**
   * Allocates {@code width * height * 3 / 2} bytes on the heap, without gaps between rows.
   *
   * @param width in pixels, even
   * @param height in pixels, even
   * @return a zeroed buffer
   */
  public static Nv12Buffer allocate(int width, int height) {
    requireEven(width, height);
    int bytes;
    try {
      bytes = Math.toIntExact((long) width * height * 3 / 2);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "NV12 of %dx%d needs more than 2 GiB".formatted(width, height), e);
    }
    return new Nv12Buffer(ByteBuffer.allocate(bytes), width, height, width);
  }

  static void requireEven(int width, int height) {
    if (width < 2 || height < 2 || (width & 1) != 0 || (height & 1) != 0) {
      throw new IllegalArgumentException(
          "NV12 needs an even width and height of 2 or more, got %dx%d".formatted(width, height));
    }
  }
}
