// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;

/** A sequential scan of all components, read a row of MCUs at a time; nothing is kept of it. */
final class SequentialScan {
  private final ScanBytes bytes;
  private final SequentialBlocks blocks;
  private final AcTable[] acTables = new AcTable[Tables.COUNT];
  private final ScanComponent[] components = new ScanComponent[JpegHeader.MOST_COMPONENTS];
  private final long[][] tables = new long[JpegHeader.MOST_COMPONENTS][0];
  private int position;
  private int interval;
  private int untilRestart;
  private int nextRestart;
  private int mcus;

  SequentialScan(ScanBytes bytes) {
    this.bytes = bytes;
    blocks = new SequentialBlocks(bytes);
    for (int i = 0; i < acTables.length; i++) {
      acTables[i] = new AcTable();
    }
    for (int c = 0; c < components.length; c++) {
      components[c] = new ScanComponent();
    }
  }

  /** Starts a scan at whose data {@code bytes} is open. */
  void open(JpegHeader header, Tables of, ScanHeader scan, BlockRow row)
      throws ImageDecodeException {
    blocks.clear();
    for (int i = 0; i < scan.components(); i++) {
      int c = scan.component[i];
      components[c].open(of.dc(scan.dcTable[i]), acTable(i, header, of, scan, row));
      for (int b = 0; b < header.across[c] * header.down[c]; b++) {
        blocks.add(components[c]);
      }
    }
    position = 0;
    interval = of.restartInterval();
    untilRestart = interval;
    nextRestart = 0;
    mcus = header.mcusAcross();
  }

  /** Returns the codes and steps of a component; the same array where Cb and Cr have the same. */
  private long[] acTable(int i, JpegHeader header, Tables of, ScanHeader scan, BlockRow row)
      throws ImageDecodeException {
    int c = scan.component[i];
    for (int j = 0; j < i; j++) {
      int other = scan.component[j];
      if (scan.acTable[i] == scan.acTable[j]
          && header.quantizer[c] == header.quantizer[other]
          && row.strides[c] == row.strides[other]) {
        return components[other].ac;
      }
    }
    AcTable ac = acTables[scan.acTable[i]];
    ac.derive(of.ac(scan.acTable[i]));
    tables[c] = ac.copy(tables[c]);
    AcTable.putSteps(tables[c], of.quantizers(header.quantizer[c]), row.strides[c]);
    return tables[c];
  }

  /** Reads a row of MCUs. */
  void row(BlockRow row) throws ImageDecodeException {
    int from = 0;
    while (from < mcus) {
      int count = mcus - from;
      if (interval != 0) {
        if (untilRestart == 0) {
          restart();
        }
        count = Math.min(count, untilRestart);
        untilRestart -= count;
      }
      position = blocks.read(position, from, from + count, row);
      from += count;
    }
  }

  private void restart() throws ImageDecodeException {
    bytes.requireEnd(position);
    bytes.restart(nextRestart);
    nextRestart = (nextRestart + 1) & 7;
    untilRestart = interval;
    position = 0;
    blocks.restart();
  }

  /** Requires that the scan ends here; returns the index of the marker after it. */
  int finish() throws ImageDecodeException {
    bytes.requireEnd(position);
    return bytes.marker();
  }
}
