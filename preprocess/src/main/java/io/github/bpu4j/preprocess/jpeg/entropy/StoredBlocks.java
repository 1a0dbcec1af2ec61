// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads blocks of a scan among several into a store: whole ones (T.81, F.2.2), or the coefficients
 * and bits that a progressive scan brings (G.1.2).
 *
 * <p>Unlike in {@link SequentialBlocks} the buffer is loaded anew for every code: these scans have
 * few bits a block, and most of the time goes to the blocks themselves.
 */
final class StoredBlocks {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int ZERO_RUN = 15;

  /** Correction bits that one load surely holds. */
  private static final int LOADED_BITS = 56;

  private final ScanBytes bytes;
  private final byte[] window;
  private final CoefficientStore store;
  private final int[] predicted = new int[JpegHeader.MOST_COMPONENTS];
  private int position;
  private int first;
  private int last;
  private int bit;

  /** Blocks that have nothing more in this band, by the last end-of-band run. */
  private int endRun;

  StoredBlocks(ScanBytes bytes, CoefficientStore store) {
    this.bytes = bytes;
    this.store = store;
    window = bytes.window();
  }

  /** Starts a scan. */
  void open(ScanHeader scan) {
    first = scan.first();
    last = scan.last();
    bit = scan.bit();
    restart();
  }

  /** Resets all state except the scan's, where compressed data start. */
  void restart() {
    position = 0;
    endRun = 0;
    Arrays.fill(predicted, 0);
  }

  /** Requires that the data end after the last block. */
  void requireEnd() throws ImageDecodeException {
    if (endRun != 0) {
      throw Damage.of("a run of %d blocks leads out of its scan".formatted(endRun));
    }
    bytes.requireEnd(position);
  }

  private long load(int p) {
    return (long) LONG.get(window, p >>> 3) << (p & 7);
  }

  /** Sets the position after a block, from which the next one may be read. */
  private void moveTo(int p) throws ImageDecodeException {
    position = p > bytes.limit() ? bytes.advance(p) : p;
  }

  /** Reads the code of a DC coefficient; returns its value. */
  private int dc(int c, HuffmanTable table) throws ImageDecodeException {
    long w = load(position);
    int code = table.lookup()[(int) (w >>> HuffmanTable.SHIFT)];
    if (code == 0) {
      code = table.slowSymbol(w);
    }
    int size = code >>> 8 & 15;
    predicted[c] += Values.of(w << code, size);
    position += (code & 63) + size;
    return predicted[c];
  }

  /** Reads the upper bits of a DC coefficient. */
  void dcFirst(int c, int block, HuffmanTable table) throws ImageDecodeException {
    store.coefficients[c][block * Zigzag.SIZE] = (short) (dc(c, table) << bit);
    moveTo(position);
  }

  /** Reads the next bit of a DC coefficient. */
  void dcRefine(int c, int block) throws ImageDecodeException {
    store.coefficients[c][block * Zigzag.SIZE] |= (short) (load(position) >>> 63 << bit);
    moveTo(position + 1);
  }

  /** Reads a whole block. */
  void whole(int c, int block, HuffmanTable dc, HuffmanTable ac) throws ImageDecodeException {
    store.coefficients[c][block * Zigzag.SIZE] = (short) dc(c, dc);
    first = 1;
    acFirst(c, block, 1, ac);
    if (endRun != 0) {
      throw Damage.noSuchBlock();
    }
  }

  /** Reads the upper bits of a band of AC coefficients, of blocks beside each other. */
  void acFirst(int c, int fromBlock, int count, HuffmanTable table) throws ImageDecodeException {
    int[] lookup = table.lookup();
    short[] out = store.coefficients[c];
    int block = fromBlock;
    while (block < fromBlock + count) {
      if (endRun > 0) {
        int over = Math.min(endRun, fromBlock + count - block);
        endRun -= over;
        block += over;
        continue;
      }
      store.nonzero[c][block] |= acFirst(out, block * Zigzag.SIZE, table, lookup);
      block++;
    }
  }

  /** Reads one block's band; returns which of its coefficients are not 0. */
  private long acFirst(short[] out, int block, HuffmanTable table, int[] lookup)
      throws ImageDecodeException {
    int p = position;
    int k = first;
    long nonzero = 0;
    while (k <= last) {
      long w = load(p);
      int code = lookup[(int) (w >>> HuffmanTable.SHIFT)];
      if (code == 0) {
        code = table.slowSymbol(w);
      }
      w <<= code;
      p += code & 63;
      int size = code >>> 8 & 15;
      int run = code >>> 12 & 15;
      if (size == 0 && run != ZERO_RUN) {
        endRun = (1 << run) - 1 + (int) (w >>> 1 >>> (63 - run));
        p += run;
        break;
      }
      k += run;
      if (k > last) {
        throw Damage.noSuchBlock();
      }
      if (size != 0) {
        out[block + k] = (short) (Values.of(w, size) << bit);
        p += size;
        nonzero |= 1L << k;
      }
      k++;
    }
    moveTo(p);
    return nonzero;
  }

  /** Reads the next bit of a band of AC coefficients, of blocks beside each other. */
  void acRefine(int c, int fromBlock, int count, HuffmanTable table) throws ImageDecodeException {
    short[] out = store.coefficients[c];
    long[] nonzero = store.nonzero[c];
    for (int block = fromBlock; block < fromBlock + count; block++) {
      long old = nonzero[block] & from(first) & ~from(last + 1);
      int k = endRun == 0 ? acRefine(out, block, old, nonzero, table) : first;
      if (endRun > 0) {
        position = correct(out, block * Zigzag.SIZE, old & from(k), position);
        endRun--;
      }
      moveTo(position);
    }
  }

  /** Returns the coefficients from k on, which is 1 to 64. */
  private static long from(int k) {
    return -1L << (k - 1) << 1;
  }

  /**
   * Reads one block's band up to its end or an end-of-band run; returns where that begins.
   *
   * @param old the coefficients of the band that were not 0 before
   */
  private int acRefine(short[] out, int block, long old, long[] nonzero, HuffmanTable table)
      throws ImageDecodeException {
    int[] lookup = table.lookup();
    int k = first;
    int p = position;
    while (k <= last) {
      long w = load(p);
      int code = lookup[(int) (w >>> HuffmanTable.SHIFT)];
      if (code == 0) {
        code = table.slowSymbol(w);
      }
      w <<= code;
      p += code >>> 16;
      int size = code >>> 8 & 15;
      int run = code >>> 12 & 15;
      if (size == 0 && run != ZERO_RUN) {
        endRun = (1 << run) + (int) (w >>> 1 >>> (63 - run));
        p += run;
        break;
      }
      int at = k + run;
      long passed = 0;
      for (int count = 0; at <= last; at = k + run + count) {
        passed = old & from(k) & ~from(at + 1);
        int more = Long.bitCount(passed);
        if (more == count) {
          break;
        }
        count = more;
      }
      if (at > last || size > 1) {
        throw Damage.noSuchBlock();
      }
      if (passed != 0) {
        p = correct(out, block * Zigzag.SIZE, passed, p);
      }
      if (size == 1) {
        out[block * Zigzag.SIZE + at] = (short) (w < 0 ? 1 << bit : -1 << bit);
        nonzero[block] |= 1L << at;
      }
      k = at + 1;
    }
    position = p;
    return k;
  }

  /**
   * Reads a bit for each of these coefficients, which are not 0; returns the position after them.
   */
  private int correct(short[] out, int block, long which, int from) {
    if (which == 0) {
      return from;
    }
    int p = from;
    long w = load(p);
    int left = LOADED_BITS;
    for (long more = which; more != 0; more &= more - 1) {
      int k = block + Long.numberOfTrailingZeros(more);
      int old = out[k];
      int step = (old >> 31 | 1) << bit;
      out[k] = (short) (old + (step & (int) (w >> 63)));
      w <<= 1;
      if (--left == 0) {
        p += LOADED_BITS;
        left = LOADED_BITS;
        w = load(p);
      }
    }
    return p + LOADED_BITS - left;
  }
}
