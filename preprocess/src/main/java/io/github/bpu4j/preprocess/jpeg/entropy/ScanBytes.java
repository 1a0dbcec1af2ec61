// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The compressed data between two markers, without the zeros stuffed behind FF, through a window
 * that moves over them.
 *
 * <p>Positions are bits of the window. A block may be read from any position up to {@link
 * #limit()}: the longest one, with what a load takes in beyond it, ends within the window. So the
 * loops that read blocks hold nothing against the end of the data but their position after each
 * block. Zeros follow the data.
 */
final class ScanBytes {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final byte[] NOTHING = {};

  private static final int SIZE = 1 << 15;

  /** A block has at most 27 bits of DC and 63 times 26 of AC (209 bytes); a load takes 16 more. */
  private static final int SLACK = 256;

  private final byte[] window = new byte[SIZE + SLACK];
  private byte[] file = NOTHING;
  private int end;
  private int next;
  private int filled;
  private boolean complete;

  /** Starts at a byte of a file. */
  void open(byte[] bytes, int from, int to) {
    file = bytes;
    next = from;
    end = to;
    fill(0);
  }

  /** Drops the reference to the file. */
  void close() {
    file = NOTHING;
  }

  byte[] window() {
    return window;
  }

  /** Returns the last position that a block may begin at. */
  int limit() {
    return Byte.SIZE * (complete ? filled : filled - SLACK);
  }

  /** Moves the window on from a position over the limit; returns the position's new number. */
  int advance(int position) throws ImageDecodeException {
    if (complete) {
      throw Damage.cutScan();
    }
    int from = position >>> 3;
    System.arraycopy(window, from, window, 0, filled - from);
    fill(filled - from);
    int moved = position & 7;
    if (moved > limit()) {
      throw Damage.cutScan();
    }
    return moved;
  }

  /** Requires that the data end at a position, but for bits that fill its byte. */
  void requireEnd(int position) throws ImageDecodeException {
    if (position > limit()) {
      throw Damage.cutScan();
    }
    if (!complete || Byte.SIZE * filled - position >= Byte.SIZE) {
      throw Damage.of("compressed data follow the last block");
    }
  }

  /** Returns the index in the file of the marker that the data end at. */
  int marker() {
    return next;
  }

  /** Requires this restart marker where the data ended, and starts after it. */
  void restart(int number) throws ImageDecodeException {
    int at = next;
    while (at + 1 < end && file[at + 1] == (byte) 0xFF) {
      at++;
    }
    if (at + 1 >= end || Bytes.u8(file, at + 1) != Marker.RST0 + number) {
      throw Damage.of("restart marker %d is missing at byte %d".formatted(number, at));
    }
    next = at + 2;
    fill(0);
  }

  /** Fills the window from an index on. */
  private void fill(int from) {
    int to = from;
    complete = false;
    while (!complete && to < SIZE) {
      int plain = copyPlain(Math.min(SIZE - to, end - next), to);
      next += plain;
      to += plain;
      if (next == end) {
        complete = true;
      } else if (to < SIZE) {
        to = readEscaped(to);
      }
    }
    filled = to;
    Arrays.fill(window, to, to + SLACK, (byte) 0);
  }

  /** Reads what an FF begins: a stuffed one, or a marker, which ends the data. */
  private int readEscaped(int to) {
    int at = next + 1;
    while (at < end && file[at] == (byte) 0xFF) {
      at++;
    }
    if (at == end || file[at] != 0) {
      complete = true;
      return to;
    }
    window[to] = (byte) 0xFF;
    next = at + 1;
    return to + 1;
  }

  /** Copies what comes before an FF; returns how much. */
  private int copyPlain(int most, int to) {
    byte[] from = file;
    int start = next;
    int i = 0;
    for (; i <= most - Long.BYTES; i += Long.BYTES) {
      long word = (long) LONG.get(from, start + i);
      LONG.set(window, to + i, word);
      // FF is the byte whose complement is 0: that borrows in the subtraction.
      long ff = (~word - LOW_BITS) & word & HIGH_BITS;
      if (ff != 0) {
        return i + (Long.numberOfTrailingZeros(ff) >>> 3);
      }
    }
    for (; i < most && from[start + i] != (byte) 0xFF; i++) {
      window[to + i] = from[start + i];
    }
    return i;
  }
}
