// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import java.util.Arrays;

/**
 * The AC codes of a sequential scan as one table, of which a lookup by 11 bits gives up to two
 * whole symbols with their values.
 *
 * <p>What {@link SequentialBlocks} reads is a copy for each component: these entries, then its
 * steps (what a coefficient is multiplied by in the upper half, where it goes in the lower half),
 * then entries of codes longer than 11 bits by their last 5 bits. One array for all three keeps the
 * loop's registers few.
 *
 * <pre>
 * whole symbols: bits 0-5 how many bits they take, both together
 *                bits 8-15, 16-23 how far the index moves to the first, to the second
 *                bits 24-29 how many of the bits are the second's (0: there is none)
 *                bits 32-47, 48-63 the two values (the same twice if there is no second)
 * part of one:   bit 7 set; bits 0-5 how many bits code and value take
 *                bits 8-15 how far the index moves
 *                bits 16-21 how many bits the code takes
 *                bits 24-29 63 minus the bits of the value
 * a long code:   bit 7 set, bits 0-5 are 0; bits 32-63 where its entries by 5 more bits begin
 * </pre>
 *
 * <p>The end of a block moves by {@link #END}, which no run does; unknown codes by {@link
 * #UNKNOWN}.
 */
final class AcTable {
  static final int BITS = 11;
  static final int SHIFT = Long.SIZE - BITS;

  /** Marks an entry that is not of whole symbols. */
  static final int PART = 1 << 7;

  static final int END = 128;
  static final int UNKNOWN = 64;

  /** Where the steps begin: one for every index, and for where moves from index 62 can lead. */
  static final int STEPS = 1 << BITS;

  private static final int STEP_COUNT = 256;
  private static final int LONG_CODES = STEPS + STEP_COUNT;
  static final int LONG_BITS = HuffmanTable.LONGEST - BITS;
  private static final int ZERO_RUN = 15;
  private static final long VALUE_OF_SECOND = 0xFFFFL << 48;
  private static final int NO_CODE = 1 | PART | UNKNOWN << 8 | 1 << 16 | 63 << 24;

  private int[] codes = {};
  private long[] singles = {};

  /** The entries that were derived here. */
  private long[] own = {};

  /** Those of the current definition: these, or constants. */
  private long[] entries = {};

  private int length;
  private int definitions;

  /** Derives the entries, unless they are those of this definition already. */
  void derive(HuffmanTable table) {
    if (definitions == table.definitions()) {
      return;
    }
    AcTable standard = StandardCodes.of(table);
    if (standard == null) {
      deriveOwn(table);
    } else {
      entries = standard.entries;
      length = standard.length;
    }
    definitions = table.definitions();
  }

  /** Derives the entries of a table, whichever it is. */
  void deriveOwn(HuffmanTable table) {
    if (own.length == 0) {
      codes = new int[1 << BITS];
      singles = new long[1 << BITS];
      own = new long[LONG_CODES];
    }
    table.findAll(codes, BITS);
    for (int bits = 0; bits < codes.length; bits++) {
      singles[bits] = single(bits);
    }
    length = LONG_CODES;
    for (int bits = 0; bits < codes.length; bits++) {
      long entry = isLong(bits, table) ? longCode(bits, table) : pair(bits);
      own[bits] = entry; // not in one statement: longCode may make a larger array
    }
    entries = own;
  }

  /** Copies the entries of whole and of long codes; returns the larger array if it must grow. */
  long[] copy(long[] to) {
    long[] target = to.length < length ? new long[entries.length] : to;
    System.arraycopy(entries, 0, target, 0, STEPS);
    System.arraycopy(entries, LONG_CODES, target, LONG_CODES, length - LONG_CODES);
    return target;
  }

  /** Writes the steps of a component: for an index in zigzag order its divisor and its place. */
  static void putSteps(long[] table, int[] quantizers, int stride) {
    for (int k = 0; k < Zigzag.SIZE; k++) {
      table[STEPS + k] = (long) quantizers[k] << 32 | (long) Zigzag.NATURAL[k] * stride;
    }
    Arrays.fill(table, STEPS + Zigzag.SIZE, LONG_CODES, Zigzag.SIZE * (long) stride);
  }

  private boolean isLong(int bits, HuffmanTable table) {
    int length = codes[bits] & 0xFF;
    return length > BITS || (length == 0 && table.hasCodes(bits << LONG_BITS, LONG_BITS));
  }

  private long longCode(int bits, HuffmanTable table) {
    int from = length;
    length += 1 << LONG_BITS;
    if (own.length < length) {
      own = Arrays.copyOf(own, 2 * length);
    }
    for (int rest = 0; rest < 1 << LONG_BITS; rest++) {
      own[from + rest] = part(table.find(bits << LONG_BITS | rest, BITS + 1));
    }
    return PART | (long) from << 32;
  }

  /** Returns the entry of a code, and if it is whole, with the one that follows it. */
  private long pair(int bits) {
    long first = singles[bits];
    if ((first & PART) != 0) {
      return first;
    }
    int used = (int) first & 63;
    long second = (first >> 8 & 0xFF) == END ? PART : singles[bits << used & (singles.length - 1)];
    long more = second & 63;
    if ((second & PART) != 0 || used + more > BITS) {
      return first | (first & 0xFF00) << 8 | (first << 16 & VALUE_OF_SECOND);
    }
    return (first + more)
        | ((first & 0xFF00) + (second & 0xFF00)) << 8
        | more << 24
        | (second << 16 & VALUE_OF_SECOND);
  }

  /** Returns the entry of the first code in 11 bits, whole if its value is among them. */
  private long single(int bits) {
    int entry = part(codes[bits]);
    int used = entry & 63;
    if (used > BITS || entry == NO_CODE) {
      return entry;
    }
    int size = 63 - (entry >>> 24);
    int value = bits >>> (BITS - used) & ((1 << size) - 1);
    if (size > 0 && value < 1 << (size - 1)) {
      value -= (1 << size) - 1;
    }
    return used | (entry & 0xFF00) | (value & 0xFFFFL) << 32;
  }

  /** Returns the entry of a code as {@link HuffmanTable#find} gives it, without its value. */
  private static int part(int code) {
    int size = code >>> 8 & 15;
    int run = code >>> 12 & 15;
    boolean isEnd = size == 0 && run == 0;
    if (code == 0 || (size == 0 && run != 0 && run != ZERO_RUN)) {
      return NO_CODE;
    }
    int bits = code & 0xFF;
    int move = isEnd ? END : run + 1;
    return (bits + size) | PART | move << 8 | bits << 16 | (63 - size) << 24;
  }
}
