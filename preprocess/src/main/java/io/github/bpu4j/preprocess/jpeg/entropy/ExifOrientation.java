// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

/**
 * Reads tag 0x0112 of the first directory of an EXIF block, which has the layout of a TIFF file.
 *
 * <p>As OpenCV reads it: whatever type the entry claims, its value is the first 16 bits; entries
 * behind one whose text or ratio lies out of the block are not believed. A block without a usable
 * entry means upright: it does not damage the pixels.
 */
public final class ExifOrientation {
  private static final int UPRIGHT = 1;
  private static final int ORIENTATION = 0x0112;
  private static final int TIFF = 42;
  private static final int ENTRY = 12;
  private static final int RATIO = 8;

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final boolean littleEndian;

  private ExifOrientation(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    littleEndian = bytes[from] == 'I';
  }

  /**
   * Reads a block.
   *
   * @param bytes hold it
   * @param from where it begins: with {@code II} or {@code MM}
   * @param to behind its last byte
   * @return 1 (upright) to 8
   */
  public static int of(byte[] bytes, int from, int to) {
    boolean isTiff =
        to - from >= 8
            && bytes[from] == bytes[from + 1]
            && (bytes[from] == 'I' || bytes[from] == 'M');
    return isTiff ? new ExifOrientation(bytes, from, to).find() : UPRIGHT;
  }

  private int find() {
    long directory = u32(4);
    if (u16(2) != TIFF || !holds(directory, 2)) {
      return UPRIGHT;
    }
    int entries = u16((int) directory);
    long at = directory + 2;
    for (int i = 0; i < entries && holds(at, ENTRY); i++, at += ENTRY) {
      int tag = u16((int) at);
      if (tag == ORIENTATION) {
        int value = u16((int) at + 8);
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
      if (!holdsValue(tag, (int) at)) {
        return UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** Returns whether the value of an entry that OpenCV reads lies in the block. */
  private boolean holdsValue(int tag, int entry) {
    long size = size(tag, entry);
    return size <= 4 || holds(u32(entry + 8), size);
  }

  /**
   * Returns the size in bytes of a value that is a text (description, make, model, software, date,
   * copyright) or ratios; else 0.
   */
  private long size(int tag, int entry) {
    return switch (tag) {
      case 0x010E, 0x010F, 0x0110, 0x0131, 0x0132, 0x8298 -> u32(entry + 4);
      case 0x011A, 0x011B -> RATIO;
      case 0x013E -> 2 * RATIO;
      case 0x0211 -> 3 * RATIO;
      case 0x013F, 0x0214 -> 6 * RATIO;
      default -> 0;
    };
  }

  private boolean holds(long at, long size) {
    return at + size <= to - from;
  }

  private int u16(int at) {
    int value = Bytes.u16(bytes, from + at);
    return littleEndian ? Integer.reverseBytes(value) >>> 16 : value;
  }

  private long u32(int at) {
    int first = u16(at);
    int second = u16(at + 2);
    return littleEndian ? (long) second << 16 | first : (long) first << 16 | second;
  }
}
