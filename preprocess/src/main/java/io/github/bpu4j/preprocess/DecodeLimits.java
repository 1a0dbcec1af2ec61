// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

/**
 * Bounds on a picture file, checked against its header before any pixel is decoded.
 *
 * @param maxPixels product of width and height
 * @param maxSide the longer of width and height, in pixels
 * @param maxBytes size of the encoded file
 * @param maxJpegScans scans of a progressive JPEG file, each of which costs a pass over the picture
 * @param maxMemory bytes that a decoder needs besides the file and its pixels: for what libwebp
 *     needs (5 for each pixel of a lossy WebP, 8 for each of a lossless one), for two strips or
 *     tiles of a TIFF, and for the coefficients of a JPEG file of several scans, 2.1 for each
 *     sample: 38 MB for 12 megapixels in 4:2:0, 255 MB for 40 megapixels in 4:4:4
 * @since 0.1.0
 */
public record DecodeLimits(
    long maxPixels, int maxSide, long maxBytes, int maxJpegScans, long maxMemory) {
  private static final DecodeLimits DEFAULTS =
      new DecodeLimits(40_000_000, 16_384, 64L << 20, 64, Runtime.getRuntime().maxMemory() / 4);

  /** Requires every limit to be 1 or more. */
  public DecodeLimits {
    if (maxPixels < 1 || maxSide < 1 || maxBytes < 1 || maxJpegScans < 1 || maxMemory < 1) {
      throw new IllegalArgumentException(
          "limits are 1 or more, got %d pixels, side %d, %d bytes, %d JPEG scans, %d bytes of memory"
              .formatted(maxPixels, maxSide, maxBytes, maxJpegScans, maxMemory));
    }
  }

  /**
   * Returns 40 megapixels, sides of 16384 pixels, 64 MiB of input, 64 JPEG scans, a quarter of the
   * heap.
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
    return new DecodeLimits(pixels, maxSide, maxBytes, maxJpegScans, maxMemory);
  }

  /**
   * Copies these limits with another longest side.
   *
   * @param side in pixels, 1 or more
   * @return the copy
   */
  public DecodeLimits withMaxSide(int side) {
    return new DecodeLimits(maxPixels, side, maxBytes, maxJpegScans, maxMemory);
  }

  /**
   * Copies these limits with another file size.
   *
   * @param bytes size of the encoded file, 1 or more
   * @return the copy
   */
  public DecodeLimits withMaxBytes(long bytes) {
    return new DecodeLimits(maxPixels, maxSide, bytes, maxJpegScans, maxMemory);
  }

  /**
   * Copies these limits with another number of JPEG scans.
   *
   * @param scans 1 or more
   * @return the copy
   */
  public DecodeLimits withMaxJpegScans(int scans) {
    return new DecodeLimits(maxPixels, maxSide, maxBytes, scans, maxMemory);
  }

  /**
   * Copies these limits with another size of memory.
   *
   * @param memory bytes for the coefficients of a JPEG file of several scans, 1 or more
   * @return the copy
   */
  public DecodeLimits withMaxMemory(long memory) {
    return new DecodeLimits(maxPixels, maxSide, maxBytes, maxJpegScans, memory);
  }
}
