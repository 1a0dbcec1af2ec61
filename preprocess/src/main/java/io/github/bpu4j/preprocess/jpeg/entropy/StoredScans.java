// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;

/**
 * A picture that comes in several scans, progressive or of single components: all are read into a
 * store, whose rows are then given out.
 */
final class StoredScans {
  private final ScanBytes bytes;
  private final CoefficientStore store = new CoefficientStore();
  private final Progression progression = new Progression();
  private final StoredBlocks blocks;
  private final JpegHeader header;
  private final Tables tables;
  private final ScanHeader scan;
  private int untilRestart;
  private int nextRestart;
  private int row;

  StoredScans(ScanBytes bytes, JpegHeader header, Tables tables, ScanHeader scan) {
    this.bytes = bytes;
    this.header = header;
    this.tables = tables;
    this.scan = scan;
    blocks = new StoredBlocks(bytes, store);
  }

  /** Reserves memory for the picture. */
  void open(long maxMemory) throws ImageDecodeException {
    row = 0;
    progression.clear();
    store.open(header, maxMemory);
  }

  /** Releases the memory of a large picture. */
  void close() {
    store.close();
  }

  /** Copies the next row of MCUs. */
  void row(BlockRow to) {
    store.row(row++, header, to);
  }

  /** Requires that the scans made a whole picture. */
  void requireComplete() throws ImageDecodeException {
    progression.requireComplete(header.components());
  }

  /** Reads the scan whose data {@code bytes} are open at; returns the index of the next marker. */
  int read() throws ImageDecodeException {
    for (int i = 0; i < scan.components(); i++) {
      int c = scan.component[i];
      if (!progression.isBegun(c)) {
        store.setQuantizers(c, tables.quantizers(header.quantizer[c]));
      }
    }
    progression.add(scan);
    blocks.open(scan);
    untilRestart = tables.restartInterval();
    nextRestart = 0;
    if (scan.components() == 1) {
      readAlone(scan.component[0]);
    } else {
      readInterleaved();
    }
    blocks.requireEnd();
    return bytes.marker();
  }

  /** Reads a scan of one component: its blocks row by row, without those that only fill MCUs. */
  private void readAlone(int c) throws ImageDecodeException {
    int across = header.blocksAcross(c);
    for (int y = 0; y < header.blocksDown(c); y++) {
      for (int x = 0; x < across; ) {
        int count = untilRestart(across - x);
        readRow(c, y * store.blocksAcross[c] + x, count);
        x += count;
      }
    }
  }

  private void readRow(int c, int block, int count) throws ImageDecodeException {
    if (scan.first() == 0) {
      for (int b = block; b < block + count; b++) {
        readBlock(0, b);
      }
    } else if (scan.before() == 0) {
      blocks.acFirst(c, block, count, tables.ac(scan.acTable[0]));
    } else {
      blocks.acRefine(c, block, count, tables.ac(scan.acTable[0]));
    }
  }

  private void readInterleaved() throws ImageDecodeException {
    for (int y = 0; y < header.mcusDown(); y++) {
      for (int x = 0; x < header.mcusAcross(); x++) {
        untilRestart(1);
        for (int i = 0; i < scan.components(); i++) {
          readMcu(i, x, y);
        }
      }
    }
  }

  private void readMcu(int i, int x, int y) throws ImageDecodeException {
    int c = scan.component[i];
    for (int v = 0; v < header.down[c]; v++) {
      int block = (y * header.down[c] + v) * store.blocksAcross[c] + x * header.across[c];
      for (int u = 0; u < header.across[c]; u++) {
        readBlock(i, block + u);
      }
    }
  }

  private void readBlock(int i, int block) throws ImageDecodeException {
    int c = scan.component[i];
    if (!header.isProgressive()) {
      blocks.whole(c, block, tables.dc(scan.dcTable[i]), tables.ac(scan.acTable[i]));
    } else if (scan.before() == 0) {
      blocks.dcFirst(c, block, tables.dc(scan.dcTable[i]));
    } else {
      blocks.dcRefine(c, block);
    }
  }

  /** Skips a restart marker where one is due; returns how many of the MCUs come before the next. */
  private int untilRestart(int mcus) throws ImageDecodeException {
    int interval = tables.restartInterval();
    if (interval == 0) {
      return mcus;
    }
    if (untilRestart == 0) {
      blocks.requireEnd();
      bytes.restart(nextRestart);
      nextRestart = (nextRestart + 1) & 7;
      untilRestart = interval;
      blocks.restart();
    }
    int count = Math.min(mcus, untilRestart);
    untilRestart -= count;
    return count;
  }
}
