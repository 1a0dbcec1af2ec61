// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.jpeg.entropy.BlockRow;
import io.github.bpu4j.preprocess.jpeg.entropy.CoefficientReader;
import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;
import io.github.bpu4j.preprocess.stream.SampledRows;

/**
 * Decodes JPEG files: {@link #open}, look at the header, then {@link #decode}.
 *
 * <p>Accepts baseline and progressive pictures of 8 bits: gray, or YCbCr or RGB with samplings
 * 4:4:4, 4:2:2, 4:2:0 and 4:4:0. Pixels are those of libjpeg-turbo with its defaults, byte for
 * byte. What it does not take, {@link JpegHeader#unsupported()} names.
 *
 * <p>Scratch memory is kept for the next file. Not thread-safe.
 */
public final class JpegDecoder implements SampledRows {
  private final CoefficientReader reader = new CoefficientReader();
  private final BlockRow blocks = new BlockRow();
  private final JpegHeader header = reader.header();
  private final McuRows mcus = new McuRows(reader, blocks, header);
  private final PackedRows packed = new PackedRows(mcus, header);
  private final DensePicture dense = new DensePicture(mcus, header);
  private final SampledPicture sampled = new SampledPicture(reader, blocks, header);
  private boolean isDense;

  /** Creates a decoder. */
  public JpegDecoder() {}

  /**
   * Reads up to the first scan.
   *
   * @param file holds the file from index 0 on
   * @param length its bytes
   * @return what it says, valid until the next file is opened
   * @throws ImageDecodeException if it is not a JPEG, or is damaged
   */
  public JpegHeader open(byte[] file, int length) throws ImageDecodeException {
    return reader.open(file, length);
  }

  /**
   * Decodes the opened file, which must be one that this decoder supports.
   *
   * @param limits bounds on scans and memory
   * @return pixels as stored: rows of R, G, B, or of gray bytes, without gaps
   * @throws ImageDecodeException when it is damaged or over these limits
   */
  public byte[] decode(DecodeLimits limits) throws ImageDecodeException {
    try {
      sampled.clearPlan();
      packed.plan(header);
      reader.start(blocks, limits);
      int stride = header.width() * header.components();
      byte[] pixels = new byte[Math.multiplyExact(header.height(), stride)];
      int y = 0;
      while (packed.hasNext()) {
        y += packed.next(pixels, y * stride, stride);
      }
      reader.finish(blocks);
      return pixels;
    } finally {
      reader.close();
    }
  }

  /**
   * Starts to decode some pixels of the opened file, which must be one that this decoder supports.
   *
   * @param columns which columns of the stored picture, in the order in which they are wanted
   * @param count how many
   * @param rows whether a row of the stored picture is wanted
   * @param limits bounds on scans and memory
   * @throws ImageDecodeException when it is damaged or over these limits
   */
  public void start(int[] columns, int count, boolean[] rows, DecodeLimits limits)
      throws ImageDecodeException {
    isDense = DensePicture.suits(header, count, rows);
    if (isDense) {
      sampled.clearPlan();
      dense.plan(header, columns, count);
    } else {
      sampled.plan(columns, count, rows);
    }
    reader.start(blocks, limits);
  }

  @Override
  public void row(int y, int[][] out) throws ImageDecodeException {
    if (isDense) {
      dense.row(y, out);
    } else {
      sampled.row(y, out);
    }
  }

  /**
   * Reads the rest of the file, which no wanted pixel depends on.
   *
   * @throws ImageDecodeException when it is damaged
   */
  public void finish() throws ImageDecodeException {
    reader.finish(blocks);
  }

  /** Drops the reference to the file. */
  public void close() {
    reader.close();
  }
}
