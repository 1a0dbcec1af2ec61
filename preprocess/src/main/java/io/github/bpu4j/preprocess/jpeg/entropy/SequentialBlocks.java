// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads the blocks of a sequential scan (T.81, F.2.2): where most of the time of large pictures
 * goes.
 *
 * <p>A buffer of 64 bits is kept filled from the left. {@code n} of them are valid; a load at byte
 * {@code p} brings them to 56 to 63 (n counts modulo 64), so that a lookup by 11 bits and a code of
 * 16 with a value of 10 need no other. A lookup gives one or two whole symbols ({@link AcTable});
 * the index {@code k} moves by them, and what leaves the block goes where nobody looks, so that the
 * loop has no other condition than its end.
 *
 * <p>The loops are written out for two lookups between loads, and have no calls: a code that needs
 * more than a lookup is rare, and slows all others down where it is handled inside.
 */
final class SequentialBlocks {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int STEPS = AcTable.STEPS;
  private static final int LAST = Zigzag.SIZE - 1;
  private static final int LAST_STEP = STEPS + LAST;

  private final ScanBytes bytes;
  private final byte[] window;
  private final int[] component = new int[BlockRow.MOST_BLOCKS];
  private final HuffmanTable[] dcTable = new HuffmanTable[BlockRow.MOST_BLOCKS];
  private final int[][] dcLookup = new int[BlockRow.MOST_BLOCKS][];
  private final long[][] table = new long[BlockRow.MOST_BLOCKS][];
  private final int[] predicted = new int[JpegHeader.MOST_COMPONENTS];
  private int[] coefficients = {};
  private int blocks;

  SequentialBlocks(ScanBytes bytes) {
    this.bytes = bytes;
    window = bytes.window();
  }

  /** Begins the description of an MCU. */
  void clear() {
    blocks = 0;
  }

  /** Adds a block to the description of an MCU. */
  void add(int ofComponent, HuffmanTable dc, long[] ac) {
    component[blocks] = ofComponent;
    dcTable[blocks] = dc;
    dcLookup[blocks] = dc.lookup();
    table[blocks] = ac;
    blocks++;
  }

  /** Blocks of an MCU. */
  int count() {
    return blocks;
  }

  /** Forgets the last DC values, at the beginning of a scan and behind a restart marker. */
  void restart() {
    Arrays.fill(predicted, 0);
  }

  /** Reads MCUs of a row from a position; returns the position behind them. */
  int read(int start, int fromMcu, int toMcu, BlockRow row) throws ImageDecodeException {
    coefficients = row.coefficients;
    int index = fromMcu * blocks;
    int position = start;
    int limit = bytes.limit();
    for (int mcu = fromMcu; mcu < toMcu; mcu++) {
      for (int i = 0; i < blocks; i++) {
        int to = row.places[index++] | row.skipped[i];
        position = to >= 0 ? block(position, i, to) : skip(position, i);
        if (position > limit) {
          position = bytes.advance(position);
          limit = bytes.limit();
        }
      }
    }
    return position;
  }

  /** Reads a block, dequantized, to its place. */
  private int block(int position, int i, int to) throws ImageDecodeException {
    byte[] data = window;
    int p = (position >>> 3) + Long.BYTES;
    int n = Long.SIZE - (position & 7);
    long w = (long) LONG.get(data, p - Long.BYTES) << (position & 7);
    int d = dcLookup[i][(int) (w >>> HuffmanTable.SHIFT)];
    if (d == 0) {
      d = dcTable[i].slowSymbol(w);
    }
    w <<= d;
    int size = d >>> 8;
    int dc = predicted[component[i]] + value(w, size);
    predicted[component[i]] = dc;
    w <<= size;
    n -= d + size;
    int[] out = coefficients;
    long[] ac = table[i];
    out[to] = dc * (int) (ac[STEPS] >> 32);
    int k = STEPS;
    long e;
    while (true) {
      e = ac[(int) (w >>> AcTable.SHIFT)];
      if ((e & AcTable.PART) == 0) {
        w <<= e;
        n -= (int) e;
        long s = ac[k + (int) (e >>> 8 & 255)];
        out[to + (int) s] = (short) (e >> 32) * (int) (s >> 32);
        k += (int) (e >>> 16 & 255);
        s = ac[k];
        out[to + (int) s] = (int) (e >> 48) * (int) (s >> 32);
        if (k >= LAST_STEP) {
          break;
        }
        w |= (long) LONG.get(data, p) >>> n;
        p += (~n >>> 3) & 7;
        n |= 56;
        e = ac[(int) (w >>> AcTable.SHIFT)];
        if ((e & AcTable.PART) == 0) {
          w <<= e;
          n -= (int) e;
          s = ac[k + (int) (e >>> 8 & 255)];
          out[to + (int) s] = (short) (e >> 32) * (int) (s >> 32);
          k += (int) (e >>> 16 & 255);
          s = ac[k];
          out[to + (int) s] = (int) (e >> 48) * (int) (s >> 32);
          if (k >= LAST_STEP) {
            break;
          }
          continue;
        }
      }
      if ((e & 63) == 0) {
        e = ac[(int) (e >>> 32) + (int) (w << AcTable.BITS >>> (Long.SIZE - AcTable.LONG_BITS))];
      }
      int f = (int) e;
      k += f >>> 8 & 255;
      long s = ac[k];
      out[to + (int) s] = partValue(w, f) * (int) (s >> 32);
      w <<= f;
      n -= f;
      if (k >= LAST_STEP) {
        e = 0;
        break;
      }
      w |= (long) LONG.get(data, p) >>> n;
      p += (~n >>> 3) & 7;
      n |= 56;
    }
    return end(k - STEPS, e, (p << 3) - (n & 63));
  }

  /** Reads over a block. */
  private int skip(int position, int i) throws ImageDecodeException {
    byte[] data = window;
    int p = (position >>> 3) + Long.BYTES;
    int n = Long.SIZE - (position & 7);
    long w = (long) LONG.get(data, p - Long.BYTES) << (position & 7);
    int d = dcLookup[i][(int) (w >>> HuffmanTable.SHIFT)];
    if (d == 0) {
      d = dcTable[i].slowSymbol(w);
    }
    w <<= d;
    int size = d >>> 8;
    predicted[component[i]] += value(w, size);
    w <<= size;
    n -= d + size;
    long[] ac = table[i];
    int k = 0;
    long e;
    while (true) {
      e = ac[(int) (w >>> AcTable.SHIFT)];
      if ((e & AcTable.PART) == 0) {
        w <<= e;
        n -= (int) e;
        k += (int) (e >>> 16 & 255);
        if (k >= LAST) {
          break;
        }
        w |= (long) LONG.get(data, p) >>> n;
        p += (~n >>> 3) & 7;
        n |= 56;
        e = ac[(int) (w >>> AcTable.SHIFT)];
        if ((e & AcTable.PART) == 0) {
          w <<= e;
          n -= (int) e;
          k += (int) (e >>> 16 & 255);
          if (k >= LAST) {
            break;
          }
          continue;
        }
      }
      if ((e & 63) == 0) {
        e = ac[(int) (e >>> 32) + (int) (w << AcTable.BITS >>> (Long.SIZE - AcTable.LONG_BITS))];
      }
      int f = (int) e;
      k += f >>> 8 & 255;
      w <<= f;
      n -= f;
      if (k >= LAST) {
        e = 0;
        break;
      }
      w |= (long) LONG.get(data, p) >>> n;
      p += (~n >>> 3) & 7;
      n |= 56;
    }
    return end(k, e, (p << 3) - (n & 63));
  }

  /**
   * Ends a block whose index came to k by the entry e, with the buffer at a position: if the first
   * of two symbols was the block's last, the second is given back.
   */
  private static int end(int k, long e, int position) throws ImageDecodeException {
    int second = (int) (e >>> 16 & 255) - (int) (e >>> 8 & 255);
    boolean isFirstLast = k - second >= LAST;
    int last = isFirstLast ? k - second : k;
    if (last > LAST && last < AcTable.END) {
      throw Damage.noSuchBlock();
    }
    return isFirstLast ? position - ((int) (e >>> 24) & 63) : position;
  }

  /**
   * The value of as many bits at the left end of a buffer: those that begin with 0 are negative.
   */
  static int value(long w, int size) {
    int sign = (int) (~w >> 63);
    return ((int) (((w ^ sign) >>> 1) >>> (63 - size)) ^ sign) - sign;
  }

  /** The value of an entry with {@link AcTable#PART}. */
  private static int partValue(long w, int entry) {
    long t = w << (entry >>> 16);
    int sign = (int) (~t >> 63);
    return ((int) (((t ^ sign) >>> 1) >>> (entry >>> 24)) ^ sign) - sign;
  }
}
