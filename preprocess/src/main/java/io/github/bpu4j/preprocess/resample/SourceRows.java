// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

/** Source rows as pixels in a byte array, which is what kernels read. */
public interface SourceRows {
  /**
   * Locates a row.
   *
   * @param y row of the picture
   * @return index of its first pixel in {@link #bytes()}, valid until the next call
   */
  int seek(int y);

  /** Returns the memory of the row located last. */
  byte[] bytes();

  /** Returns the bytes from one pixel of a row to the next, in {@link #bytes()}. */
  int step();
}
