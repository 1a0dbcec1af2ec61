// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

import io.github.bpu4j.preprocess.ImageDecodeException;

/**
 * Decodes fax codes: modified Huffman (TIFF compression 2), Group 3 (3) and Group 4 (4) of ITU-T
 * T.4 and T.6.
 *
 * <p>A row is kept as its changing elements, the columns where white turns to black and back. Every
 * row must end at the width exactly, and nothing but marks of the end may follow the last one.
 */
final class FaxCodes {
  private static final int EOL_BITS = 12;
  private static final int EOL = 1;

  /** What may follow the last row without being looked at: the padding of a writer. */
  private static final int PADDING_BITS = 32;

  private final FaxBits bits;
  private final FaxRow row;
  private final int width;
  private final int rows;
  private final byte[] out;
  private final int rowBytes;

  private FaxCodes(byte[] code, int width, int rows) {
    bits = new FaxBits(code);
    row = new FaxRow(bits, width);
    this.width = width;
    this.rows = rows;
    rowBytes = (width + 7) / 8;
    out = new byte[rowBytes * rows];
  }

  /** Unpacks rows of one-dimensional codes that begin at whole bytes; a set bit is black. */
  static byte[] huffman(byte[] code, int width, int rows) throws ImageDecodeException {
    FaxCodes fax = new FaxCodes(code, width, rows);
    for (int y = 0; y < rows; y++) {
      fax.bits.align();
      fax.row.readAlone();
      fax.paint(y);
    }
    fax.requireEnd();
    return fax.out;
  }

  /**
   * Unpacks rows that begin with a mark, which says how the row is coded where there are two ways.
   */
  static byte[] group3(byte[] code, int width, int rows, boolean isTwoDimensional)
      throws ImageDecodeException {
    FaxCodes fax = new FaxCodes(code, width, rows);
    for (int y = 0; y < rows; y++) {
      fax.skipMark(y);
      if (!isTwoDimensional || fax.bits.next(1) == 1) {
        fax.row.readAlone();
      } else {
        fax.row.readByPrevious();
      }
      fax.paint(y);
    }
    while (fax.bits.atMark()) {
      fax.bits.skipMark();
      fax.bits.next(isTwoDimensional ? 1 : 0);
    }
    fax.requireEnd();
    return fax.out;
  }

  /** Unpacks rows that are each coded by the one above. */
  static byte[] group4(byte[] code, int width, int rows) throws ImageDecodeException {
    FaxCodes fax = new FaxCodes(code, width, rows);
    for (int y = 0; y < rows; y++) {
      fax.row.readByPrevious();
      fax.paint(y);
    }
    for (int i = 0; i < 2 && fax.bits.peek(EOL_BITS) == EOL; i++) {
      fax.bits.skip(EOL_BITS);
    }
    fax.requireEnd();
    return fax.out;
  }

  private void skipMark(int y) throws ImageDecodeException {
    if (!bits.atMark()) {
      throw new ImageDecodeException(
          "damaged TIFF: row %d of %d fax rows does not begin with the mark of a row"
              .formatted(y + 1, rows));
    }
    bits.skipMark();
  }

  private void requireEnd() throws ImageDecodeException {
    if (bits.left() > PADDING_BITS && !bits.isZeroToEnd()) {
      throw new ImageDecodeException(
          "damaged TIFF: %d bits of fax code follow the last of %d rows"
              .formatted(bits.left(), rows));
    }
  }

  private void paint(int y) {
    for (int i = 0; i < row.count(); i += 2) {
      int end = i + 1 < row.count() ? row.change(i + 1) : width;
      for (int x = row.change(i); x < end; x++) {
        out[y * rowBytes + (x >> 3)] |= (byte) (0x80 >> (x & 7));
      }
    }
  }
}
