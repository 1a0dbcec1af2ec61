// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;

/**
 * Reads JPEG files, one after another, to the coefficients of their blocks: {@link #open}, {@link
 * #start}, {@link #row} for each row of MCUs, {@link #finish}.
 *
 * <p>Whatever is damaged is an exception, wherever it stands in the file. Scratch memory is kept
 * for the next file. Not thread-safe.
 */
public final class CoefficientReader {
  private static final byte[] NOTHING = {};

  private final JpegHeader header = new JpegHeader();
  private final Tables tables = new Tables();
  private final ScanHeader scan = new ScanHeader();
  private final Segments segments = new Segments(header, tables, scan);
  private final ScanBytes bytes = new ScanBytes();
  private final SequentialScan sequential = new SequentialScan(bytes);
  private final StoredScans stored = new StoredScans(bytes, header, tables, scan);
  private byte[] file = NOTHING;
  private int end;
  private int rows;
  private boolean isStored;

  /** Returns what the opened file says, always the same object. */
  public JpegHeader header() {
    return header;
  }

  /**
   * Reads up to the first scan.
   *
   * @param bytesOfFile hold the file
   * @param length its bytes, from index 0 on
   * @return its header, valid until the next file
   * @throws ImageDecodeException if it is not a JPEG, or is damaged
   */
  public JpegHeader open(byte[] bytesOfFile, int length) throws ImageDecodeException {
    file = bytesOfFile;
    end = length;
    segments.open(file, length);
    return header;
  }

  /**
   * Starts the coefficients: reads all scans if there are several.
   *
   * @param row says how the coefficients are laid out
   * @param limits bounds on scans and memory
   * @throws ImageDecodeException when the file is damaged, or over these limits
   */
  public void start(BlockRow row, DecodeLimits limits) throws ImageDecodeException {
    isStored = header.isProgressive() || scan.components() < header.components();
    rows = 0;
    if (!header.isProgressive()) {
      tables.useStandardIfNoneDefined();
    }
    if (isStored) {
      stored.open(limits.maxMemory());
      readScans(limits.maxJpegScans());
      stored.requireComplete();
    } else {
      bytes.open(file, segments.position(), end);
      sequential.open(header, tables, scan, row);
    }
  }

  private void readScans(int maxScans) throws ImageDecodeException {
    int scans = 0;
    do {
      if (++scans > maxScans) {
        throw new ImageDecodeException(
            ("the JPEG has more than %d scans, each costs a pass over the picture;"
                    + " raise DecodeLimits.maxJpegScans if it is meant")
                .formatted(maxScans));
      }
      bytes.open(file, segments.position(), end);
    } while (segments.next(stored.read()));
  }

  /**
   * Reads the next row of MCUs.
   *
   * @param row where its coefficients go; those of needed blocks are 0 before
   * @throws ImageDecodeException when the file is damaged
   */
  public void row(BlockRow row) throws ImageDecodeException {
    rows++;
    if (isStored) {
      stored.row(row);
    } else {
      sequential.row(row);
    }
  }

  /**
   * Reads over the rows that nobody asked for, and requires that the picture ends there.
   *
   * @param row describes the rows
   * @throws ImageDecodeException when the file is damaged
   */
  public void finish(BlockRow row) throws ImageDecodeException {
    if (isStored) {
      return;
    }
    for (int block = 0; block < header.blocksOfMcu(); block++) {
      row.setNeeded(block, false);
    }
    while (rows < header.mcusDown()) {
      row(row);
    }
    if (segments.next(sequential.finish())) {
      throw Damage.of("a scan follows the last one");
    }
  }

  /** Drops the reference to the file, and releases memory that only large pictures need. */
  public void close() {
    file = NOTHING;
    segments.close();
    bytes.close();
    stored.close();
  }
}
