// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pixels;

import java.util.Arrays;

/**
 * Reads tag 0x0112 of the first directory of an EXIF block, which has the layout of a TIFF file.
 *
 * <p>As OpenCV reads it: whatever type the entry claims, its value is the first 16 bits; entries
 * behind one whose text or ratio lies out of the block are not believed; what does not begin with
 * {@code II} has the byte order of {@code MM}. A block without a usable entry means upright: it
 * does not damage the pixels.
 */
public final class ExifOrientation {
  private static final int ORIENTATION = 0x0112;
  private static final int TIFF = 42;
  private static final int ENTRY = 12;
  private static final int RATIO = 8;
  private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final boolean littleEndian;

  private ExifOrientation(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    littleEndian = bytes[from] == 'I' && bytes[from + 1] == 'I';
  }

  /**
   * Reads a block, as PNG and WebP hold it: with or without the prefix {@code Exif\0\0}.
   *
   * @param block the whole block
   * @return the orientation of the stored pixels
   */
  public static Orientation of(byte[] block) {
    boolean hasPrefix =
        block.length >= PREFIX.length
            && Arrays.equals(block, 0, PREFIX.length, PREFIX, 0, PREFIX.length);
    return of(block, hasPrefix ? PREFIX.length : 0, block.length);
  }

  /**
   * Reads a block without the prefix.
   *
   * @param bytes hold it
   * @param from where it begins
   * @param to behind its last byte
   * @return the orientation of the stored pixels
   */
  public static Orientation of(byte[] bytes, int from, int to) {
    return to - from >= 8 ? new ExifOrientation(bytes, from, to).find() : Orientation.UPRIGHT;
  }

  private Orientation find() {
    long directory = u32(4);
    if (u16(2) != TIFF || !holds(directory, 2)) {
      return Orientation.UPRIGHT;
    }
    int entries = u16((int) directory);
    long at = directory + 2;
    for (int i = 0; i < entries && holds(at, ENTRY); i++, at += ENTRY) {
      int tag = u16((int) at);
      if (tag == ORIENTATION) {
        return Orientation.ofExif(u16((int) at + 8));
      }
      if (!holdsValue(tag, (int) at)) {
        return Orientation.UPRIGHT;
      }
    }
    return Orientation.UPRIGHT;
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
    int first = bytes[from + at] & 0xFF;
    int second = bytes[from + at + 1] & 0xFF;
    return littleEndian ? second << 8 | first : first << 8 | second;
  }

  private long u32(int at) {
    int first = u16(at);
    int second = u16(at + 2);
    return littleEndian ? (long) second << 16 | first : (long) first << 16 | second;
  }
}
