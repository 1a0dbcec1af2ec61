// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

import io.github.bpu4j.preprocess.ImageDecodeException;

/**
 * The changing elements of one row of a fax, and of the row before it.
 *
 * <p>Names are those of ITU-T T.6: {@code a0} is the last change known in this row, {@code b1} the
 * first change after it in the row above that is to the opposite color, {@code b2} the next one.
 */
final class FaxRow {
  private static final int MAKE_UP = 64;

  private final FaxBits bits;
  private final int width;
  private int[] changes;
  private int[] above;
  private int count;
  private int aboveCount;

  FaxRow(FaxBits bits, int width) {
    this.bits = bits;
    this.width = width;
    changes = new int[width + 3];
    above = new int[width + 3];
  }

  /** Returns how many changes this row has. */
  int count() {
    return count;
  }

  /** Returns a column from which on pixels are black, for even indices, or white. */
  int change(int index) {
    return changes[index];
  }

  private void begin() {
    int[] spare = above;
    above = changes;
    changes = spare;
    aboveCount = count;
    count = 0;
  }

  /** Reads runs of white and black in turn. */
  void readAlone() throws ImageDecodeException {
    begin();
    int a0 = 0;
    while (true) {
      a0 = add(a0 + run(count % 2 == 0));
      if (a0 == width) {
        return;
      }
    }
  }

  /** Reads differences from the row above, or runs where there is no likeness. */
  void readByPrevious() throws ImageDecodeException {
    begin();
    int a0 = -1;
    int b = 0;
    while (a0 < width) {
      while (b < aboveCount && above[b] <= a0) {
        b += 2;
      }
      int b1 = b < aboveCount ? above[b] : width;
      int offset = 0;
      int mode = bits.peek(7);
      if (mode >> 6 == 1) {
        bits.skip(1);
      } else if (mode >> 4 == 1) {
        bits.skip(3);
        a0 = add(Math.max(a0, 0) + run(count % 2 == 0));
        a0 = add(a0 + run(count % 2 == 0));
        continue;
      } else if (mode >> 3 == 1) {
        bits.skip(4);
        a0 = b + 1 < aboveCount ? above[b + 1] : width;
        continue;
      } else {
        offset = vertical(mode);
      }
      int a1 = b1 + offset;
      if (a1 < Math.max(a0, 0)) {
        throw damaged("a change lies before the last one, column " + a1);
      }
      a0 = add(a1);
      b = b > 0 ? b - 1 : b + 1;
    }
  }

  private int vertical(int mode) throws ImageDecodeException {
    int offset =
        switch (mode) {
          case 3 -> 3;
          case 2 -> -3;
          case 6, 7 -> 2;
          case 4, 5 -> -2;
          default -> mode >> 4 == 3 ? 1 : mode >> 4 == 2 ? -1 : 0;
        };
    if (offset == 0) {
      throw damaged("unknown code");
    }
    bits.skip(Math.abs(offset) == 1 ? 3 : Math.abs(offset) + 4);
    return offset;
  }

  /** Reads the length of a run: codes of multiples of 64, then one of less. */
  private int run(boolean isWhite) throws ImageDecodeException {
    int run = 0;
    int part;
    do {
      int entry = (isWhite ? FaxTables.WHITE : FaxTables.BLACK)[bits.peek(FaxTables.LONGEST)];
      if (entry == 0) {
        throw damaged("unknown code of a run");
      }
      bits.skip(entry & 15);
      part = (entry & 0xFFFF) >> 4;
      run += part;
      if (run > width || bits.left() < 0) {
        throw damaged("a run of " + run + " pixels or more");
      }
    } while (part >= MAKE_UP);
    return run;
  }

  private int add(int change) throws ImageDecodeException {
    if (change > width || bits.left() < 0 || count == changes.length) {
      throw damaged("a change at column " + change);
    }
    changes[count++] = change;
    return change;
  }

  private ImageDecodeException damaged(String what) {
    return new ImageDecodeException(
        "damaged TIFF: in a fax row of %d pixels, %s; fetch the file again".formatted(width, what));
  }
}
