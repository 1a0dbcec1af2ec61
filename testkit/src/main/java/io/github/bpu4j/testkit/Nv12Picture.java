// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testkit;

import io.github.bpu4j.preprocess.Nv12Buffer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * A copy of one picture as a model received it: NV12 without row padding.
 *
 * @since 0.1.0
 */
public final class Nv12Picture {
  private final byte[] bytes;
  private final int width;
  private final int height;

  /**
   * Creates a picture from bytes.
   *
   * @param bytes {@code width * height} of Y, then {@code width * height / 2} of interleaved U and
   *     V; copied
   * @param width in pixels, even
   * @param height in pixels, even
   */
  public Nv12Picture(byte[] bytes, int width, int height) {
    int expected = width * height / 2 * 3;
    if (bytes.length != expected) {
      throw new IllegalArgumentException(
          bytes.length + " bytes: NV12 of " + width + "x" + height + " has " + expected);
    }
    this.bytes = bytes.clone();
    this.width = width;
    this.height = height;
  }

  /** Copies the current content of a tensor. */
  public static Nv12Picture copyOf(Nv12Buffer source) {
    byte[] dense = new byte[source.width() * source.height() / 2 * 3];
    ByteBuffer from = source.bytes().duplicate().clear();
    for (int row = 0; row < source.height() / 2 * 3; row++) {
      from.get(row * source.rowPitch(), dense, row * source.width(), source.width());
    }
    return new Nv12Picture(dense, source.width(), source.height());
  }

  /** In pixels, even. */
  public int width() {
    return width;
  }

  /** In pixels, even. */
  public int height() {
    return height;
  }

  /** Returns a copy of the bytes: Y, then interleaved U and V. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Writes the picture to a tensor of the same size; padding is not changed. */
  public void writeTo(Nv12Buffer target) {
    if (target.width() != width || target.height() != height) {
      throw new IllegalArgumentException(
          "picture of " + width + "x" + height + " into " + target.width() + "x" + target.height());
    }
    for (int row = 0; row < height / 2 * 3; row++) {
      target.bytes().put(row * target.rowPitch(), bytes, row * width, width);
    }
  }

  /** Luma of a pixel, 0 to 255. */
  public int y(int column, int row) {
    Objects.checkIndex(column, width);
    return bytes[Objects.checkIndex(row, height) * width + column] & 0xFF;
  }

  /** Blue difference of a pixel, 0 to 255; 128 means none. */
  public int u(int column, int row) {
    return chroma(column, row, 0);
  }

  /** Red difference of a pixel, 0 to 255; 128 means none. */
  public int v(int column, int row) {
    return chroma(column, row, 1);
  }

  private int chroma(int column, int row, int part) {
    Objects.checkIndex(column, width);
    int line = height + Objects.checkIndex(row, height) / 2;
    return bytes[line * width + (column & ~1) + part] & 0xFF;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Nv12Picture that
        && width == that.width
        && height == that.height
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bytes) + width;
  }

  @Override
  public String toString() {
    return "Nv12Picture[" + width + "x" + height + "]";
  }
}
