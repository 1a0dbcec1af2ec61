// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;

/**
 * Wanted pixels of a small picture whose chroma is interpolated, a row at a time, while the file is
 * read.
 *
 * <p>Where nearly all pixels are wanted, all samples are transformed and interpolated in vector
 * loops; what is left to read at the wanted columns, one at a time, is one int for a pixel. {@link
 * SampledPicture} reads three for the luma and the chroma of two pixels.
 */
final class DensePicture {
  private static final int SIZE = 8;
  private static final int NONE = -1;

  private final McuRows mcus;
  private final TripleSamples triples = new TripleSamples();
  private JpegHeader header;
  private int[] index = {};
  private int count;
  private int down;
  private int blockRow;

  DensePicture(McuRows mcus, JpegHeader header) {
    this.mcus = mcus;
    this.header = header;
  }

  /**
   * Returns whether a picture is one that is better read this way: at least half as many samples
   * are wanted as it has.
   */
  static boolean suits(JpegHeader header, int columnCount, boolean[] rows) {
    if (header.components() == 1 || header.columnsPerChroma() * header.rowsPerChroma() == 1) {
      return false;
    }
    long wanted = 0;
    for (int y = 0; y < header.height(); y++) {
      wanted += rows[y] ? columnCount : 0;
    }
    return 2 * wanted >= (long) header.width() * header.height();
  }

  /** Plans which columns are read; then the coefficients can be started. */
  void plan(JpegHeader of, int[] columns, int columnCount) {
    header = of;
    count = columnCount;
    down = of.rowsPerChroma();
    blockRow = NONE;
    mcus.plan(of);
    int across = of.columnsPerChroma();
    triples.reserve(across * mcus.mcus(), count);
    if (index.length < count) {
      index = new int[count];
    }
    for (int i = 0; i < count; i++) {
      int x = columns[i];
      index[i] = x % (across * SIZE) * SIZE * mcus.mcus() + x / (across * SIZE);
    }
  }

  /**
   * Decodes the wanted pixels of a row; rows are requested in rising order.
   *
   * @param y row of the stored picture
   * @param out values 0..255: that of channel c at the i-th column goes to {@code out[c][i]}
   * @throws ImageDecodeException when the file is damaged
   */
  void row(int y, int[][] out) throws ImageDecodeException {
    if (y / SIZE != blockRow) {
      blockRow = y / SIZE;
      while (mcus.current() < blockRow / down) {
        mcus.next();
      }
      combine(blockRow % down);
    }
    triples.read(mcus.slots().of(y % SIZE) * mcus.mcus(), index, header.isRgb(), out, count);
  }

  private void combine(int v) {
    ChromaColumns chroma = mcus.chroma(v);
    for (int x = 0; x < SIZE * header.columnsPerChroma(); x++) {
      triples.put(x, mcus.luma(x / SIZE, v)[x % SIZE], chroma, mcus.mcus());
    }
  }
}
