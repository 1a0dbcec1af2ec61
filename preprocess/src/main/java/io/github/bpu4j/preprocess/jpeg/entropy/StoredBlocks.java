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

  /** Begins a scan. */
  void open(ScanHeader scan) {
    first = scan.first();
    last = scan.last();
    bit = scan.bit();
    restart();
  }

  /** Forgets everything but the scan, where data begin. */
  void restart() {
    position = 0;
    endRun = 0;
    Arrays.fill(predicted, 0);
  }

  /** Requires that the data end behind the last block. */
  void requireEnd() throws ImageDecodeException {
    if (endRun != 0) {
      throw Damage.of("a run of %d blocks leads out of its scan".formatted(endRun));
    }
    bytes.requireEnd(position);
  }

  private long load(int p) {
    return (long) LONG.get(window, p >>> 3) << (p & 7);
  }

  /** Takes a block's last position, from which the next one may be read. */
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
    int size = code >>> 8;
    predicted[c] += SequentialBlocks.value(w << code, size);
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
      int k = acFirst(out, block * Zigzag.SIZE, table, lookup);
      if (k > store.last[c][block]) {
        store.last[c][block] = (byte) k;
      }
      block++;
    }
  }

  /** Reads one block's band; returns its last coefficient that is not 0. */
  private int acFirst(short[] out, int block, HuffmanTable table, int[] lookup)
      throws ImageDecodeException {
    int p = position;
    int k = first;
    int nonzero = 0;
    while (k <= last) {
      long w = load(p);
      int code = lookup[(int) (w >>> HuffmanTable.SHIFT)];
      if (code == 0) {
        code = table.slowSymbol(w);
      }
      w <<= code;
      p += code & 63;
      int size = code >>> 8 & 15;
      int run = code >>> 12;
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
        out[block + k] = (short) (SequentialBlocks.value(w, size) << bit);
        p += size;
        nonzero = k;
      }
      k++;
    }
    moveTo(p);
    return nonzero;
  }

  /** Reads the next bit of a band of AC coefficients, of blocks beside each other. */
  void acRefine(int c, int fromBlock, int count, HuffmanTable table) throws ImageDecodeException {
    short[] out = store.coefficients[c];
    for (int block = fromBlock; block < fromBlock + count; block++) {
      int k = first;
      if (endRun == 0) {
        k = acRefine(out, c, block, table);
      }
      if (endRun > 0) {
        correct(out, block * Zigzag.SIZE, k, Zigzag.SIZE);
        endRun--;
      }
      moveTo(position);
    }
  }

  /** Reads one block's band up to its end or an end-of-band run; returns where that begins. */
  private int acRefine(short[] out, int c, int block, HuffmanTable table)
      throws ImageDecodeException {
    int[] lookup = table.lookup();
    int k = first;
    while (k <= last) {
      long w = load(position);
      int code = lookup[(int) (w >>> HuffmanTable.SHIFT)];
      if (code == 0) {
        code = table.slowSymbol(w);
      }
      w <<= code;
      position += code & 63;
      int size = code >>> 8 & 15;
      int run = code >>> 12;
      if (size == 0 && run != ZERO_RUN) {
        endRun = (1 << run) + (int) (w >>> 1 >>> (63 - run));
        position += run;
        return k;
      }
      position += size;
      k = correct(out, block * Zigzag.SIZE, k, run);
      if (k > last || size > 1) {
        throw Damage.noSuchBlock();
      }
      if (size == 1) {
        out[block * Zigzag.SIZE + k] = (short) (w < 0 ? 1 << bit : -1 << bit);
        store.last[c][block] = (byte) Math.max(k, store.last[c][block]);
      }
      k++;
    }
    return k;
  }

  /**
   * Reads a bit for each coefficient that is not 0, from k on, up to the next 0 behind as many as
   * are to be left; returns its index.
   */
  private int correct(short[] out, int block, int from, int zeros) {
    int p = position;
    long w = load(p);
    int used = 0;
    int left = zeros;
    int plus = 1 << bit;
    int k = from;
    for (; k <= last; k++) {
      int old = out[block + k];
      if (old == 0) {
        if (--left < 0) {
          break;
        }
        continue;
      }
      if (w < 0 && (old & plus) == 0) {
        out[block + k] = (short) (old + (old > 0 ? plus : -plus));
      }
      w <<= 1;
      if (++used == LOADED_BITS) {
        p += used;
        used = 0;
        w = load(p);
      }
    }
    position = p + used;
    return k;
  }
}
