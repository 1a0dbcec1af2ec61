// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.limits.Allowance;

/**
 * How the pixels of a page are stored, checked against what this reader can do.
 *
 * @param width in pixels
 * @param height in pixels
 * @param bits of a sample: 1, 2, 4, 8 or 16
 * @param samples of a pixel, alpha among them
 * @param photometric what the samples mean
 * @param compression of strips and tiles
 * @param isSeparate whether each sample has strips of its own
 * @param alpha the kind of the sample after the colors
 * @param chunkWidth width of a strip or tile
 * @param chunkHeight height of a strip or tile; the last strip may be less high
 * @param isTiled whether there are tiles
 * @param across subsampling of chroma in x, 1 unless the samples are Y, Cb, Cr
 * @param down subsampling of chroma in y
 */
record TiffLayout(
    int width,
    int height,
    int bits,
    int samples,
    Photometric photometric,
    Compression compression,
    boolean isSeparate,
    Alpha alpha,
    int chunkWidth,
    int chunkHeight,
    boolean isTiled,
    int across,
    int down) {

  /** What is done with a sample after the colors. */
  enum Alpha {
    /** There is none, or it is dropped. */
    NONE,
    /** Colors are multiplied by it, as libtiff does where they are not yet. */
    MULTIPLY
  }

  static TiffLayout of(TiffDirectory directory, Allowance allowance) throws ImageDecodeException {
    long width = directory.value(TiffTag.WIDTH, 0L);
    long height = directory.value(TiffTag.HEIGHT, 0L);
    allowance.requireSize(width, height);
    int samples = (int) Math.min(directory.value(TiffTag.SAMPLES, 1L), 1 << 16);
    int bits = bits(directory, samples);
    Compression compression = Compression.of(directory.value(TiffTag.COMPRESSION, 1L));
    Photometric photometric = Photometric.of(directory);
    boolean isSeparate = directory.value(TiffTag.PLANAR, 1L) == 2 && samples > 1;
    photometric.require(bits, samples, isSeparate);
    compression.require(bits, samples);
    boolean isTiled = directory.has(TiffTag.TILE_WIDTH);
    long chunkWidth = isTiled ? directory.value(TiffTag.TILE_WIDTH, 0L) : width;
    long chunkHeight =
        isTiled
            ? directory.value(TiffTag.TILE_HEIGHT, 0L)
            : Math.min(height, directory.value(TiffTag.ROWS_PER_STRIP, height));
    requireChunk(chunkWidth, chunkHeight, isTiled, allowance);
    allowance.requireMemory(2 * chunkWidth * chunkHeight * samples * ((bits + 7) / 8), "a strip");
    boolean isSubsampled = photometric == Photometric.YCBCR && !compression.givesColors();
    return new TiffLayout(
        (int) width,
        (int) height,
        bits,
        samples,
        photometric,
        compression,
        isSeparate,
        alpha(directory, photometric, samples),
        (int) chunkWidth,
        (int) chunkHeight,
        isTiled,
        isSubsampled ? subsampling(directory, 0, isSeparate) : 1,
        isSubsampled ? subsampling(directory, 1, isSeparate) : 1);
  }

  private static void requireChunk(long width, long height, boolean isTiled, Allowance allowance)
      throws ImageDecodeException {
    if (isTiled && (width % 16 != 0 || height % 16 != 0)) {
      throw new ImageDecodeException(
          "damaged TIFF: tiles of %dx%d, expected multiples of 16".formatted(width, height));
    }
    allowance.requireSize(width, height);
  }

  private static int bits(TiffDirectory directory, int samples) throws ImageDecodeException {
    int count = directory.count(TiffTag.BITS);
    if (count > 1 && count != samples) {
      throw new ImageDecodeException(
          "damaged TIFF: bits of %d samples, expected %d".formatted(count, samples));
    }
    long bits = directory.value(TiffTag.BITS, 1L);
    for (int i = 1; i < Math.min(count, 5); i++) {
      if (directory.value(TiffTag.BITS, i) != bits) {
        throw unsupported("samples of different bits", directory.value(TiffTag.BITS, i));
      }
    }
    long format = directory.value(TiffTag.SAMPLE_FORMAT, 1L);
    if (format != 1 && format != 4) {
      throw unsupported("a sample format other than 1 (unsigned)", format);
    }
    if (bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16) {
      throw unsupported("bits a sample other than 1, 2, 4, 8 or 16", bits);
    }
    return (int) bits;
  }

  private static Alpha alpha(TiffDirectory directory, Photometric photometric, int samples)
      throws ImageDecodeException {
    long extra = directory.value(TiffTag.EXTRA_SAMPLES, 0L);
    if (extra > 2) {
      throw unsupported("an extra sample of a kind other than 0, 1 or 2", extra);
    }
    boolean isUnassociated = extra == 2;
    return isUnassociated && photometric == Photometric.RGB && samples > 3
        ? Alpha.MULTIPLY
        : Alpha.NONE;
  }

  private static int subsampling(TiffDirectory directory, int index, boolean isSeparate)
      throws ImageDecodeException {
    boolean isGiven = directory.count(TiffTag.SUBSAMPLING) == 2;
    long factor = isGiven ? directory.value(TiffTag.SUBSAMPLING, index) : 2;
    if ((factor != 1 && factor != 2 && factor != 4) || (isSeparate && factor != 1)) {
      throw unsupported("chroma subsampling other than by 1, 2 or 4", factor);
    }
    return (int) factor;
  }

  private static ImageDecodeException unsupported(String what, long got) {
    return new ImageDecodeException("unsupported TIFF: %s, got %d".formatted(what, got));
  }

  /** Returns how many samples of a pixel are in one chunk. */
  int chunkSamples() {
    return isSeparate ? 1 : samples;
  }

  /** Returns the bytes of one chunk of so many rows. */
  long chunkBytes(int rows) {
    if (across * down > 1) {
      long blocks = (long) divideUp(chunkWidth, across) * divideUp(rows, down);
      return blocks * (across * down + 2);
    }
    return rowBytes() * rows;
  }

  long rowBytes() {
    return ((long) chunkWidth * chunkSamples() * bits + 7) / 8;
  }

  int chunksAcross() {
    return divideUp(width, chunkWidth);
  }

  int chunksDown() {
    return divideUp(height, chunkHeight);
  }

  private static int divideUp(int value, int by) {
    return (value + by - 1) / by;
  }
}
