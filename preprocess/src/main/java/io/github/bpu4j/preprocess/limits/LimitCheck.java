// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.limits;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;

/** Checks the facts of a header against the limits. */
public final class LimitCheck {
  /** Of four bytes each, the most that decoders use. */
  private static final int MOST_PIXELS = (Integer.MAX_VALUE - 8) / 4;

  private LimitCheck() {}

  /**
   * Requires a file no larger than the limit.
   *
   * @throws ImageDecodeException when it is larger
   */
  public static void requireBytes(long bytes, DecodeLimits limits) throws ImageDecodeException {
    if (bytes > limits.maxBytes()) {
      throw new ImageDecodeException(
          "the file has %d bytes or more, the limit is %d; raise DecodeLimits.maxBytes to accept it"
              .formatted(bytes, limits.maxBytes()));
    }
  }

  /**
   * Requires a picture within the limits on pixels and sides.
   *
   * @throws ImageDecodeException when it is not, or is empty
   */
  public static void requireSize(long width, long height, DecodeLimits limits)
      throws ImageDecodeException {
    if (width < 1 || height < 1) {
      throw new ImageDecodeException(
          "the header says %dx%d pixels, expected 1 or more each; the file is damaged"
              .formatted(width, height));
    }
    long side = Math.max(width, height);
    if (side > limits.maxSide()) {
      throw new ImageDecodeException(
          ("the header says %dx%d pixels, the longest side allowed is %d;"
                  + " raise DecodeLimits.maxSide to accept it")
              .formatted(width, height, limits.maxSide()));
    }
    if (width * height > limits.maxPixels()) {
      throw new ImageDecodeException(
          ("the header says %dx%d = %d pixels, the limit is %d;"
                  + " raise DecodeLimits.maxPixels to accept it")
              .formatted(width, height, width * height, limits.maxPixels()));
    }
    if (width * height > MOST_PIXELS) {
      throw new ImageDecodeException(
          "the header says %dx%d = %d pixels, no array holds more than %d; make the picture smaller"
              .formatted(width, height, width * height, MOST_PIXELS));
    }
  }

  /**
   * Requires a JPEG of no more scans than the limit.
   *
   * @throws ImageDecodeException when it has more
   */
  public static void requireScans(int scans, DecodeLimits limits) throws ImageDecodeException {
    if (scans > limits.maxJpegScans()) {
      throw new ImageDecodeException(
          ("the JPEG has more than %d scans, each costs a pass over the picture;"
                  + " raise DecodeLimits.maxJpegScans to accept it")
              .formatted(limits.maxJpegScans()));
    }
  }

  /**
   * Requires memory for what the JDK's reader takes for the coefficients of several scans.
   *
   * @throws ImageDecodeException when it is more than the limit
   */
  public static void requireMemory(long width, long height, int components, DecodeLimits limits)
      throws ImageDecodeException {
    long bytes = width * height * components * Short.BYTES;
    if (bytes > limits.maxMemory()) {
      throw new ImageDecodeException(
          ("the coefficients of a progressive JPEG of %dx%d take %d bytes, the limit is %d;"
                  + " raise DecodeLimits.maxMemory to accept it")
              .formatted(width, height, bytes, limits.maxMemory()));
    }
  }
}
