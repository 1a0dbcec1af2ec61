// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.util.Arrays;

/**
 * All coefficients of a picture that comes in several scans, two bytes each, in zigzag order.
 *
 * <p>Memory: kept for the next picture unless it is over 16 MiB.
 */
final class CoefficientStore {
  private static final long MOST_KEPT = 16L << 20;

  final short[][] coefficients = new short[JpegHeader.MOST_COMPONENTS][0];

  /** Of each block, which AC coefficients are not 0: bit k for the one at k. */
  final long[][] nonzero = new long[JpegHeader.MOST_COMPONENTS][0];

  /** Blocks of a component beside each other, padding included. */
  final int[] blocksAcross = new int[JpegHeader.MOST_COMPONENTS];

  private final int[][] quantizers = new int[JpegHeader.MOST_COMPONENTS][Zigzag.SIZE];
  private final int[] offsets = new int[Zigzag.SIZE];
  private long bytes;

  /** Reserves memory for a picture and sets all coefficients to 0. */
  void open(JpegHeader header, long maxMemory) throws ImageDecodeException {
    bytes = 0;
    for (int c = 0; c < header.components(); c++) {
      bytes += header.blocks(c) * (Zigzag.SIZE * Short.BYTES + Long.BYTES);
    }
    if (bytes > maxMemory) {
      throw new ImageDecodeException(
          ("the JPEG comes in several scans, whose coefficients take %d bytes, the limit is %d;"
                  + " raise DecodeLimits.maxMemory (and -Xmx) if it is meant")
              .formatted(bytes, maxMemory));
    }
    for (int c = 0; c < header.components(); c++) {
      blocksAcross[c] = header.mcusAcross() * header.across[c];
      reserve(c, Math.toIntExact(header.blocks(c)));
    }
  }

  private void reserve(int c, int blocks) {
    if (nonzero[c].length < blocks) {
      nonzero[c] = new long[blocks];
      coefficients[c] = new short[Math.multiplyExact(blocks, Zigzag.SIZE)];
    } else {
      Arrays.fill(nonzero[c], 0, blocks, 0);
      Arrays.fill(coefficients[c], 0, blocks * Zigzag.SIZE, (short) 0);
    }
  }

  /** Releases the memory of a large picture. */
  void close() {
    if (bytes > MOST_KEPT) {
      Arrays.fill(coefficients, new short[0]);
      Arrays.fill(nonzero, new long[0]);
    }
  }

  /** Stores a component's divisors, which are those defined when its first scan starts. */
  void setQuantizers(int c, int[] divisors) {
    System.arraycopy(divisors, 0, quantizers[c], 0, Zigzag.SIZE);
  }

  /** Copies a row of MCUs, dequantized, to where it is needed. */
  void row(int mcuRow, JpegHeader header, BlockRow to) {
    int firstBlock = 0;
    for (int c = 0; c < header.components(); c++) {
      for (int k = 0; k < Zigzag.SIZE; k++) {
        offsets[k] = Zigzag.NATURAL[k] * to.strides[c];
      }
      for (int y = 0; y < header.down[c]; y++) {
        int from = (mcuRow * header.down[c] + y) * blocksAcross[c];
        blockRow(c, from, header, firstBlock, to);
        firstBlock += header.across[c];
      }
    }
  }

  private void blockRow(int c, int from, JpegHeader header, int firstBlock, BlockRow to) {
    int perMcu = header.blocksOfMcu();
    int across = header.across[c];
    for (int x = 0; x < blocksAcross[c]; x++) {
      int inMcu = firstBlock + x % across;
      int place = to.place(x / across * perMcu + inMcu, inMcu);
      if (place >= 0) {
        copy(c, from + x, to.coefficients, place);
      }
    }
  }

  private void copy(int c, int block, int[] to, int place) {
    short[] from = coefficients[c];
    int[] divisors = quantizers[c];
    int at = block * Zigzag.SIZE;
    to[place] = from[at] * divisors[0];
    for (long left = nonzero[c][block]; left != 0; left &= left - 1) {
      int k = Long.numberOfTrailingZeros(left);
      to[place + offsets[k]] = from[at + k] * divisors[k];
    }
  }
}
