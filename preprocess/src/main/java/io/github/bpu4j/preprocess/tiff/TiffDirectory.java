// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.limits.Allowance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The first directory of a TIFF or BigTIFF.
 *
 * <p>Directories after it and inside it are not visited, so that neither loops nor depth matter.
 * The values of a tag are read when they are asked for.
 */
final class TiffDirectory {
  private static final int BIG = 43;
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
  private static final int SHORT = 3;
  private static final int RATIONAL = 5;

  /** Types of whole numbers. */
  private static final Set<Integer> WHOLE = Set.of(1, 3, 4, 6, 8, 9, 13, 16, 17, 18);

  /** Types of offsets and of lists of numbers. */
  private static final Set<Integer> LISTED = Set.of(3, 4, 13, 16, 18);

  private final ByteBuffer file;
  private final Map<Integer, Entry> entries = new HashMap<>();

  /** Where the values of a tag are. */
  private record Entry(int type, int count, int at) {}

  private TiffDirectory(ByteBuffer file) {
    this.file = file;
  }

  /** Reads the directory of a file whose first four bytes were recognized. */
  static TiffDirectory read(byte[] bytes, Allowance allowance) throws ImageDecodeException {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    file.order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    TiffDirectory directory = new TiffDirectory(file);
    directory.require(0, 8, "its header");
    boolean isBig = file.getChar(2) == BIG;
    directory.require(0, 16, "its header");
    if (isBig && (file.getChar(4) != 8 || file.getChar(6) != 0)) {
      throw new ImageDecodeException("damaged TIFF: offsets of BigTIFF have 8 bytes, got another");
    }
    directory.readEntries(isBig, allowance);
    return directory;
  }

  private void readEntries(boolean isBig, Allowance allowance) throws ImageDecodeException {
    long start = isBig ? file.getLong(8) : Integer.toUnsignedLong(file.getInt(4));
    int countBytes = isBig ? 8 : 2;
    int entryBytes = isBig ? 20 : 12;
    require(start, countBytes, "its directory");
    long count = isBig ? file.getLong((int) start) : file.getChar((int) start);
    allowance.requireParts(count, "entries in its directory");
    require(start, countBytes + count * entryBytes, "its directory");
    for (int i = 0; i < count; i++) {
      int at = (int) start + countBytes + i * entryBytes;
      readEntry(at, isBig);
    }
  }

  /** Keeps an entry that can be read; of the tags that the pixels depend on, every one must. */
  private void readEntry(int at, boolean isBig) throws ImageDecodeException {
    int tag = file.getChar(at);
    int type = file.getChar(at + 2);
    long count = isBig ? file.getLong(at + 4) : Integer.toUnsignedLong(file.getInt(at + 4));
    int inline = isBig ? 8 : 4;
    int typeBytes = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
    boolean isSound = typeBytes > 0 && count >= 1 && count <= file.limit() / typeBytes;
    long from = at + 4L + inline;
    if (isSound && count * typeBytes > inline) {
      from = isBig ? file.getLong((int) from) : Integer.toUnsignedLong(file.getInt((int) from));
    }
    isSound &= from >= 0 && from <= file.limit() - count * typeBytes;
    if (isSound) {
      entries.putIfAbsent(tag, new Entry(type, (int) count, (int) from));
    }
    if (TiffTag.NUMBERS.contains(tag) && !(isSound && WHOLE.contains(type))) {
      throw new ImageDecodeException(
          "damaged TIFF: tag %d has %d values of type %d, expected whole numbers inside the file"
              .formatted(tag, count, type));
    }
  }

  ByteOrder order() {
    return file.order();
  }

  /** Whether a list has one of the types that lists of offsets, lengths and colors have. */
  boolean isList(int tag) {
    Entry entry = entries.get(tag);
    return entry == null || LISTED.contains(entry.type());
  }

  /** Returns how many numbers of 16 bits a tag has, 0 if it has others. */
  int shorts(int tag) {
    Entry entry = entries.get(tag);
    return entry == null || entry.type() != SHORT ? 0 : entry.count();
  }

  boolean has(int tag) {
    return entries.containsKey(tag);
  }

  /** Returns how many values a tag has, 0 if it is missing or lies outside the file. */
  int count(int tag) {
    Entry entry = entries.get(tag);
    return entry == null ? 0 : entry.count();
  }

  /** Returns the first value of a tag, or what stands for it when it is missing. */
  long value(int tag, long missing) {
    return has(tag) ? value(tag, 0) : missing;
  }

  /** Returns a value of a tag that has more than so many. */
  long value(int tag, int index) {
    Entry entry = entry(tag, index);
    int at = entry.at() + index * TYPE_BYTES[entry.type()];
    return switch (TYPE_BYTES[entry.type()]) {
      case 1 -> file.get(at) & 0xFF;
      case 2 -> file.getChar(at);
      case 4 -> Integer.toUnsignedLong(file.getInt(at));
      default -> file.getLong(at);
    };
  }

  /** Returns how many fractions a tag has, 0 if it is missing. */
  int fractions(int tag) {
    Entry entry = entries.get(tag);
    return entry == null || entry.type() != RATIONAL ? 0 : entry.count();
  }

  /** Returns a fraction of a tag that has more than so many, as a float. */
  float fraction(int tag, int index) {
    Entry entry = entry(tag, index);
    int at = entry.at() + index * TYPE_BYTES[RATIONAL];
    double above = Integer.toUnsignedLong(file.getInt(at));
    double below = Integer.toUnsignedLong(file.getInt(at + 4));
    return below == 0 ? 0 : (float) (above / below);
  }

  private Entry entry(int tag, int index) {
    Entry entry = entries.get(tag);
    if (entry == null || index >= entry.count()) {
      throw new IllegalStateException("tag %d has no value %d".formatted(tag, index));
    }
    return entry;
  }

  /** Copies the bytes of a tag's values; empty when it is missing. */
  byte[] bytes(int tag) {
    Entry entry = entries.get(tag);
    if (entry == null) {
      return new byte[0];
    }
    byte[] copy = new byte[entry.count() * TYPE_BYTES[entry.type()]];
    file.get(entry.at(), copy);
    return copy;
  }

  private void require(long from, long length, String what) throws ImageDecodeException {
    if (from < 0 || length < 0 || from > file.limit() - length) {
      throw new ImageDecodeException(
          "damaged TIFF: it ends at byte %d, outside is %s; fetch the file again"
              .formatted(file.limit(), what));
    }
  }
}
