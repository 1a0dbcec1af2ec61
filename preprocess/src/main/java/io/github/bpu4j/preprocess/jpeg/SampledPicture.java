// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.jpeg.entropy.BlockRow;
import io.github.bpu4j.preprocess.jpeg.entropy.CoefficientReader;
import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;

/**
 * Wanted pixels of a picture, a row at a time, while the file is read.
 *
 * <p>Blocks without a wanted pixel are parsed only; of the others, wanted rows are transformed;
 * then wanted columns are gathered, and everything behind that (interpolation of chroma, colors)
 * happens for these alone.
 */
final class SampledPicture {
  private static final int SIZE = 8;
  private static final int NONE = -1;

  private final CoefficientReader reader;
  private final BlockRow blocks;
  private final JpegHeader header;
  private final WantedPixels pixels = new WantedPixels();
  private final WantedBlocks lumaBlocks = new WantedBlocks();
  private final WantedBlocks chromaBlocks = new WantedBlocks();
  private final SampledChroma chroma = new SampledChroma();
  private final TripleSamples triples = new TripleSamples();
  private final InverseDct transform = new InverseDct();
  private final Slots slots = new Slots();
  private final Slots[] lumaSlots = {new Slots(), new Slots()};
  private final int[][] luma = new int[2][0];
  private final int[][] cb = new int[SIZE][0];
  private final int[][] cr = new int[SIZE][0];
  private int[] pairs = {};
  private int[] lumaIndex = {};
  private int[] gray = {};
  private long plannedShape = NONE;
  private int down;
  private boolean isTriple;
  private int readRow;
  private int lumaRow;

  SampledPicture(CoefficientReader reader, BlockRow blocks, JpegHeader header) {
    this.reader = reader;
    this.blocks = blocks;
    this.header = header;
  }

  /** Discards the plan, since the blocks were laid out for something else. */
  void clearPlan() {
    plannedShape = NONE;
  }

  /** Plans which pixels are read; then the coefficients can be started. */
  void plan(int[] columns, int count, boolean[] rows) {
    readRow = NONE;
    lumaRow = NONE;
    boolean isNew = pixels.set(columns, count, rows, header.height());
    if (isNew || plannedShape != shape()) {
      plannedShape = NONE;
      planBlocks();
      plannedShape = shape();
    }
    blocks.clear(0, down * lumaBlocks.count() + 2 * chromaBlocks.count());
  }

  /** Returns what the plan depends on beside the wanted pixels. */
  private long shape() {
    return (((long) header.width() << 16 | header.height()) << 16)
        | (long) header.components() << 8
        | (long) header.columnsPerChroma() << 4
        | header.rowsPerChroma();
  }

  private void planBlocks() {
    int n = pixels.columnCount();
    down = header.rowsPerChroma();
    isTriple = header.components() > 1 && down * header.columnsPerChroma() == 1;
    lumaBlocks.clear(
        header.mcusAcross() * header.columnsPerChroma(),
        header.mcusDown() * header.rowsPerChroma());
    for (int i = 0; i < n; i++) {
      lumaBlocks.addColumn(pixels.column(i));
    }
    lumaBlocks.assignNumbers();
    for (int y = 0; y < pixels.height(); y++) {
      if (pixels.hasRow(y)) {
        lumaBlocks.addRow(y);
      }
    }
    if (header.components() > 1) {
      chroma.plan(header, pixels, chromaBlocks);
    } else {
      chromaBlocks.clear(0, 0);
    }
    reserve(n);
    for (int i = 0; i < n; i++) {
      lumaIndex[i] = lumaBlocks.index(pixels.column(i));
    }
    placeBlocks();
  }

  private void reserve(int n) {
    int ofLuma = lumaBlocks.count();
    int ofChroma = chromaBlocks.count();
    transform.reserve(Math.max(ofLuma, ofChroma));
    triples.reserve(isTriple ? ofLuma : 0, n);
    if (lumaIndex.length < n) {
      lumaIndex = new int[n];
      gray = new int[n];
    }
    for (int v = 0; v < down; v++) {
      if (luma[v].length < SIZE * SIZE * ofLuma) {
        luma[v] = SampleLoops.forGathering(SIZE * SIZE * ofLuma);
      }
    }
    int most = SIZE * Math.max(ofLuma, ofChroma);
    if (cb[0].length < most) {
      for (int c = 0; c < SIZE; c++) {
        cb[c] = new int[most];
        cr[c] = new int[most];
      }
    }
    if (pairs.length < SIZE * SIZE * ofChroma) {
      pairs = SampleLoops.forGathering(SIZE * SIZE * ofChroma);
    }
  }

  /** Lays out the wanted blocks: each row of luma's in an MCU, then those of Cb, then of Cr. */
  private void placeBlocks() {
    int ofMcu = header.blocksOfMcu();
    int across = header.columnsPerChroma();
    blocks.reserve(
        down * lumaBlocks.count() + 2 * chromaBlocks.count(), header.mcusAcross() * ofMcu);
    blocks.setStride(0, lumaBlocks.count());
    blocks.setStride(1, chromaBlocks.count());
    blocks.setStride(2, chromaBlocks.count());
    for (int m = 0; m < header.mcusAcross(); m++) {
      for (int v = 0; v < down; v++) {
        for (int u = 0; u < across; u++) {
          place(m * ofMcu + v * across + u, lumaBase(v), lumaBlocks.number(m * across + u));
        }
      }
      if (header.components() > 1) {
        place((m + 1) * ofMcu - 2, chromaBase(0), chromaBlocks.number(m));
        place((m + 1) * ofMcu - 1, chromaBase(1), chromaBlocks.number(m));
      }
    }
  }

  private void place(int index, int base, int number) {
    if (number >= 0) {
      blocks.put(index, base + number);
    }
  }

  private int lumaBase(int v) {
    return v * BlockRow.BLOCK_SIZE * lumaBlocks.count();
  }

  private int chromaBase(int component) {
    return lumaBase(down) + component * BlockRow.BLOCK_SIZE * chromaBlocks.count();
  }

  /**
   * Decodes the wanted pixels of a row; rows are requested in rising order.
   *
   * @param y row of the stored picture
   * @param out values 0..255: that of channel c at the i-th column goes to {@code out[c][i]}
   * @throws ImageDecodeException when the file is damaged
   */
  void row(int y, int[][] out) throws ImageDecodeException {
    int mcuRow = y / (SIZE * down);
    while (readRow < mcuRow) {
      read();
    }
    if (lumaRow != mcuRow) {
      transformLuma();
    }
    boolean isGray = header.components() == 1;
    int blockRow = y / SIZE % down;
    int n = pixels.columnCount();
    int offset = lumaSlots[blockRow].of(y % SIZE) * lumaBlocks.count();
    if (isTriple) {
      triples.read(offset, lumaIndex, header.isRgb(), out, n);
      return;
    }
    int[] values = isGray || header.isRgb() ? out[0] : gray;
    SampleLoops.gather(luma[blockRow], offset, lumaIndex, values, n);
    SampleLoops.clamp(values, n);
    if (!isGray) {
      if (chroma.farRow(y) / SIZE > readRow) {
        read();
      }
      color(values, chroma.row(y), out);
    }
  }

  private void color(int[] values, int[] pair, int[][] out) {
    int n = pixels.columnCount();
    int shift = chroma.shift();
    if (header.isRgb()) {
      SampleLoops.lower(pair, shift, out[1], n);
      SampleLoops.upper(pair, shift, out[2], n);
    } else {
      SampleLoops.red(values, pair, shift, out[0], n);
      SampleLoops.green(values, pair, shift, out[1], n);
      SampleLoops.blue(values, pair, shift, out[2], n);
    }
  }

  /** Reads the next row of MCUs, and keeps what is wanted of its chroma. */
  private void read() throws ImageDecodeException {
    if (lumaRow != readRow) {
      dropLuma();
    }
    readRow++;
    for (int v = 0; v < down; v++) {
      need(v * header.columnsPerChroma(), header.columnsPerChroma(), lumaRows(v) != 0);
    }
    boolean hasChroma = header.components() > 1 && chromaBlocks.rows(readRow) != 0;
    need(down * header.columnsPerChroma(), header.components() - 1, hasChroma);
    reader.row(blocks);
    if (hasChroma && isTriple) {
      transformTriples();
    } else if (hasChroma) {
      transformChroma();
    }
  }

  /** Clears coefficients of rows that were wanted but not requested. */
  private void dropLuma() {
    for (int v = 0; v < down; v++) {
      if (lumaRows(v) != 0) {
        blocks.clear(lumaBase(v), lumaBlocks.count());
      }
    }
  }

  private int lumaRows(int v) {
    return lumaBlocks.rows(readRow * down + v);
  }

  private void need(int block, int count, boolean isNeeded) {
    for (int b = block; b < block + count; b++) {
      blocks.setNeeded(b, isNeeded);
    }
  }

  private void transformLuma() {
    lumaRow = readRow;
    int n = lumaBlocks.count();
    for (int v = 0; v < down; v++) {
      if (lumaRows(v) != 0) {
        lumaSlots[v].set(lumaRows(v));
        transform.transform(blocks.coefficients(), lumaBase(v), n, lumaSlots[v], cb);
        for (int c = 0; c < SIZE; c++) {
          System.arraycopy(cb[c], 0, luma[v], c * SIZE * n, lumaSlots[v].count() * n);
        }
      }
    }
  }

  private void transformTriples() {
    lumaRow = readRow;
    int n = lumaBlocks.count();
    Slots rows = lumaSlots[0];
    rows.set(lumaRows(0));
    transformPairs(n, rows);
    transform.transform(blocks.coefficients(), lumaBase(0), n, rows, cr);
    triples.put(cr, cb, n, rows.count());
  }

  private void transformChroma() {
    int n = chromaBlocks.count();
    slots.set(chromaBlocks.rows(readRow));
    transformPairs(n, slots);
    for (int c = 0; c < SIZE; c++) {
      System.arraycopy(cb[c], 0, pairs, c * SIZE * n, slots.count() * n);
    }
    for (int r = 0; r < SIZE; r++) {
      if (slots.has(r)) {
        chroma.put(readRow * SIZE + r, pairs, slots.of(r) * n);
      }
    }
  }

  /** Transforms chroma, and packs both into the columns of {@code cb}. */
  private void transformPairs(int n, Slots rows) {
    transform.transform(blocks.coefficients(), chromaBase(0), n, rows, cb);
    transform.transform(blocks.coefficients(), chromaBase(1), n, rows, cr);
    for (int c = 0; c < SIZE; c++) {
      SampleLoops.clampPair(cb[c], cr[c], cb[c], rows.count() * n);
    }
  }
}
