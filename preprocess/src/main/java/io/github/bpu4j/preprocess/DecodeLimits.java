// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/**
 * Bounds on a picture file, checked against its header before any pixel is decoded.
 *
 * @param maxPixels product of width and height
 * @param maxSide the longer of width and height, in pixels
 * @param maxBytes size of the encoded file
 * @param maxJpegScans scans of a progressive JPEG file, each of which costs a pass over the picture
 */
public record DecodeLimits(long maxPixels, int maxSide, long maxBytes, int maxJpegScans) {
  private static final DecodeLimits DEFAULTS = new DecodeLimits(40_000_000, 16_384, 64L << 20, 64);

  /** Requires every limit to be 1 or more. */
  public DecodeLimits {
    if (maxPixels < 1 || maxSide < 1 || maxBytes < 1 || maxJpegScans < 1) {
      throw new IllegalArgumentException(
          "limits are 1 or more, got %d pixels, side %d, %d bytes, %d JPEG scans"
              .formatted(maxPixels, maxSide, maxBytes, maxJpegScans));
    }
  }

  /**
   * Returns 40 megapixels, sides of 16384 pixels, 64 MiB of input, 64 JPEG scans.
   *
   * @return the limits used where none are given
   */
  public static DecodeLimits defaults() {
    return DEFAULTS;
  }

  /**
   * Copies these limits with another number of pixels.
   *
   * @param pixels product of width and height, 1 or more
   * @return the copy
   */
  public DecodeLimits withMaxPixels(long pixels) {
    return new DecodeLimits(pixels, maxSide, maxBytes, maxJpegScans);
  }

  /**
   * Copies these limits with another longest side.
   *
   * @param side in pixels, 1 or more
   * @return the copy
   */
  public DecodeLimits withMaxSide(int side) {
    return new DecodeLimits(maxPixels, side, maxBytes, maxJpegScans);
  }

  /**
   * Copies these limits with another file size.
   *
   * @param bytes size of the encoded file, 1 or more
   * @return the copy
   */
  public DecodeLimits withMaxBytes(long bytes) {
    return new DecodeLimits(maxPixels, maxSide, bytes, maxJpegScans);
  }

  /**
   * Copies these limits with another number of JPEG scans.
   *
   * @param scans 1 or more
   * @return the copy
   */
  public DecodeLimits withMaxJpegScans(int scans) {
    return new DecodeLimits(maxPixels, maxSide, maxBytes, scans);
  }
}
