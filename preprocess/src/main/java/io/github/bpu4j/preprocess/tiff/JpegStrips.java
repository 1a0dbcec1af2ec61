// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

import java.io.IOException;

/** Decodes a JPEG in a strip or tile; the way from this package to a JPEG decoder. */
@FunctionalInterface
public interface JpegStrips {
  /**
   * Decodes one strip or tile.
   *
   * @param jpeg a whole JPEG stream, or one without tables
   * @param tables tables for it, as a JPEG stream without a picture; empty where there are none
   * @param shape what it must contain
   * @return the samples of each pixel, row after row without gaps
   * @throws IOException when it is damaged, has another shape or exceeds a limit
   */
  byte[] decode(byte[] jpeg, byte[] tables, Shape shape) throws IOException;

  /**
   * What a strip must contain.
   *
   * @param width in pixels
   * @param rows expected; the last strip of a picture may hold more, which are dropped
   * @param isLast whether it is that one
   * @param samples of a pixel
   * @param isYcbcr whether three samples are Y, Cb, Cr, to be converted to red, green and blue;
   *     else they are returned as they are stored
   */
  record Shape(int width, int rows, boolean isLast, int samples, boolean isYcbcr) {}
}
