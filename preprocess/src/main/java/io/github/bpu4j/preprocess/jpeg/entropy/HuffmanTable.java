// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.util.Arrays;

/**
 * A Huffman table as a file defines it (T.81, annex C): how many codes there are of each length,
 * and the symbols in the order of their codes.
 *
 * <p>A symbol is a run of zeros in its upper four bits and the size of a value in the lower four;
 * DC tables have sizes alone. Sizes of 8-bit pictures end at 11 for DC, 10 for AC.
 */
final class HuffmanTable {
  static final int LONGEST = 16;
  private static final int MOST_SYMBOLS = 256;
  private static final int LARGEST_DC = 11;
  private static final int LARGEST_AC = 10;

  /** Codes up to this length are found in one step. */
  private static final int BITS = 9;

  static final int SHIFT = Long.SIZE - BITS;

  private final boolean ac;
  private final byte[] counts = new byte[LONGEST];
  private final byte[] symbols = new byte[MOST_SYMBOLS];

  /** The first code that is longer than this length, shifted to the left end of 16 bits. */
  private final int[] end = new int[LONGEST + 1];

  /** The index of a code's symbol minus the code. */
  private final int[] toSymbol = new int[LONGEST + 1];

  private final int[] lookup = new int[1 << BITS];
  private int definitions;
  private boolean isValid;
  private boolean defined;
  private boolean looked;

  HuffmanTable(boolean ac) {
    this.ac = ac;
  }

  /** Marks it as undefined; its contents are reused if the next file defines the same. */
  void clear() {
    defined = false;
  }

  boolean isDefined() {
    return defined;
  }

  /** Counts how often the contents changed, for what is derived from them. */
  int definitions() {
    return definitions;
  }

  /** Reads a definition; returns the index after it. */
  int define(byte[] bytes, int from, int to) throws ImageDecodeException {
    int first = from + LONGEST;
    int total = 0;
    for (int i = from; i < Math.min(first, to); i++) {
      total += Bytes.u8(bytes, i);
    }
    int behind = first + total;
    if (behind > to || total > MOST_SYMBOLS) {
      throw Damage.of("a Huffman table of %d codes does not fit its segment".formatted(total));
    }
    if (!equals(bytes, from, behind)) {
      definitions++;
      isValid = false;
      looked = false;
      System.arraycopy(bytes, from, counts, 0, LONGEST);
      System.arraycopy(bytes, first, symbols, 0, total);
      placeCodes();
      isValid = true;
    }
    defined = true;
    return behind;
  }

  /** Returns whether it is valid and has this definition. */
  boolean is(byte[] definition) {
    return equals(definition, 0, definition.length);
  }

  private boolean equals(byte[] bytes, int from, int to) {
    int first = from + LONGEST;
    return isValid
        && Arrays.equals(counts, 0, LONGEST, bytes, from, first)
        && Arrays.equals(symbols, 0, to - first, bytes, first, to);
  }

  /** Assigns the codes: the next number to each symbol, doubled where the length grows. */
  private void placeCodes() throws ImageDecodeException {
    int code = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST; length++) {
      toSymbol[length] = index - code;
      index += counts[length - 1] & 0xFF;
      code = index - toSymbol[length];
      if (code >= 1 << length) {
        throw Damage.of(
            "a Huffman table has more codes of up to %d bits than there are".formatted(length));
      }
      end[length] = code << (LONGEST - length);
      code <<= 1;
    }
  }

  /**
   * Returns what {@link #find} gives for the first 9 bits of a buffer; 0 where {@link #slowSymbol}
   * must be asked.
   */
  int[] lookup() {
    if (!looked) {
      findAll(lookup, BITS);
      for (int i = 0; i < lookup.length; i++) {
        lookup[i] = (lookup[i] & 0xFF) <= BITS ? lookup[i] : 0;
      }
      looked = true;
    }
    return lookup;
  }

  /** Returns the length of the code at the left end of the buffer and its symbol, shifted by 8. */
  int slowSymbol(long buffer) throws ImageDecodeException {
    int symbol = find((int) (buffer >>> (Long.SIZE - LONGEST)));
    if (symbol == 0) {
      throw Damage.noSuchCode();
    }
    return symbol;
  }

  /**
   * Finds the code that all numbers of so many bits begin with, followed by zeros: as {@link #find}
   * does it, but each short code once for all that begin with it.
   */
  void findAll(int[] out, int bits) {
    int at = 0;
    int index = 0;
    for (int length = 1; length <= bits; length++) {
      for (int i = 0; i < (counts[length - 1] & 0xFF); i++) {
        int behind = at + (1 << (bits - length));
        Arrays.fill(out, at, behind, entry(length, symbols[index++] & 0xFF));
        at = behind;
      }
    }
    for (; at < 1 << bits; at++) {
      out[at] = find(at << (LONGEST - bits));
    }
  }

  /** Finds the code that 16 bits begin with: its length and symbol, shifted by 8; 0 if none. */
  int find(int bits) {
    return find(bits, 1);
  }

  /** Finds the code likewise, where none of less than this length comes into question. */
  int find(int bits, int shortest) {
    for (int length = shortest; length <= LONGEST; length++) {
      if (bits < end[length]) {
        return entry(length, symbols[toSymbol[length] + (bits >> (LONGEST - length))] & 0xFF);
      }
    }
    return 0;
  }

  private int entry(int length, int symbol) {
    boolean isPossible = ac ? (symbol & 15) <= LARGEST_AC : symbol <= LARGEST_DC;
    return isPossible ? length | symbol << Byte.SIZE | (length + (symbol & 15)) << 16 : 0;
  }

  /** Returns whether a code begins with the bits before the last {@code open} of 16. */
  boolean hasCodes(int bits, int open) {
    for (int i = bits; i < bits + (1 << open); i++) {
      if (find(i) != 0) {
        return true;
      }
    }
    return false;
  }
}
