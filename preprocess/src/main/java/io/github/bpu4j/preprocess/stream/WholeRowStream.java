// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.stream;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.resample.Kernel;
import io.github.bpu4j.preprocess.resample.SourceRows;
import java.io.UncheckedIOException;

/**
 * Resizes by a kernel that reads all pixels of a row: rows are packed to bytes as the kernel reads
 * them.
 *
 * <p>Such kernels add up rows from top to bottom, so the rows of the target must run as the stored
 * ones.
 */
final class WholeRowStream implements StreamKernel, SourceRows {
  private static final int NONE = -1;
  private static final SampledRows NO_ROWS = (y, out) -> {};

  private final Kernel kernel;
  private SampledRows source = NO_ROWS;
  private int[][] pixels = {};
  private byte[] bytes = {};
  private int packedRow = NONE;
  private int channels;
  private int width;

  WholeRowStream(Interpolation interpolation) {
    kernel = Kernel.of(interpolation);
  }

  @Override
  public void plan(StoredAxes axes, int[] order, int pixelChannels, Sampling sampling) {
    kernel.plan(axes.columns(), order, axes.rows(), pixelChannels);
    channels = pixelChannels;
    width = axes.columns().source();
    sampling.takeAll(axes);
    pixels = Sampling.reserve(pixels, channels, width);
    int needed = channels * width + Long.BYTES;
    if (bytes.length < needed) {
      bytes = new byte[needed];
    }
    packedRow = NONE;
  }

  @Override
  public void restart() {
    kernel.restart();
    packedRow = NONE;
  }

  @Override
  public void row(SampledRows rows, int y, int[][] out) throws ImageDecodeException {
    source = rows;
    try {
      kernel.row(this, y, out);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof ImageDecodeException cause) {
        throw cause;
      }
      throw e;
    } finally {
      source = NO_ROWS;
    }
  }

  @Override
  public int seek(int y) {
    if (y != packedRow) {
      try {
        source.row(y, pixels);
      } catch (ImageDecodeException e) {
        throw new UncheckedIOException(e);
      }
      for (int c = 0; c < channels; c++) {
        pack(pixels[c], c);
      }
      packedRow = y;
    }
    return 0;
  }

  private void pack(int[] values, int channel) {
    for (int x = 0, at = channel; x < width; x++, at += channels) {
      bytes[at] = (byte) values[x];
    }
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public int step() {
    return channels;
  }
}
