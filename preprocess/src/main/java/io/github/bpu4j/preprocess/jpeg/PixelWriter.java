// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg;

import io.github.bpu4j.preprocess.jpeg.entropy.JpegHeader;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes the pixels of blocks into rows of bytes, eight pixels at once. */
final class PixelWriter {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SIZE = 8;
  private static final int MOST_WORDS = 6;
  private static final byte[] NOTHING = {};

  /** Four bytes of each block's row in each: six for colors, two for gray. */
  private final int[][] words = new int[MOST_WORDS][0];

  private final byte[] lastPixels = new byte[SIZE * 3];
  private int n;
  private int width;
  private int across;
  private int channels;
  private byte[] out = NOTHING;
  private int at;
  private int stride;
  private int rows;
  private Slots slots = Slots.all();

  void plan(JpegHeader header, int mcus) {
    n = mcus;
    width = header.width();
    across = header.columnsPerChroma();
    channels = header.components();
    if (words[0].length < SIZE * n) {
      for (int i = 0; i < words.length; i++) {
        words[i] = new int[SIZE * n];
      }
    }
  }

  /** Selects a row of MCUs. */
  void open(byte[] target, int from, int rowStride, int rowCount, Slots order) {
    out = target;
    at = from;
    stride = rowStride;
    rows = rowCount;
    slots = order;
  }

  /** Packs the eight columns of gray blocks. */
  void putGray(int[][] y) {
    SampleLoops.pack(y[0], y[1], y[2], y[3], words[0], SIZE * n);
    SampleLoops.pack(y[4], y[5], y[6], y[7], words[1], SIZE * n);
  }

  /** Packs the left (0) or the right (1) four columns of blocks of colors. */
  void putColors(int[][] r, int[][] g, int[][] b, int half) {
    SampleLoops.pack(r[0], g[0], b[0], r[1], words[3 * half], SIZE * n);
    SampleLoops.pack(g[1], b[1], r[2], g[2], words[3 * half + 1], SIZE * n);
    SampleLoops.pack(b[2], r[3], g[3], b[3], words[3 * half + 2], SIZE * n);
  }

  /** Writes the blocks that were put, which have this column and row in their MCUs. */
  void write(int u, int v) {
    for (int y = 0; y < SIZE && v * SIZE + y < rows; y++) {
      writeRow(slots.of(y) * n, u, at + (v * SIZE + y) * stride);
    }
  }

  private void writeRow(int from, int u, int row) {
    int whole = Math.max(0, (width - u * SIZE) / SIZE + across - 1) / across;
    int step = across * SIZE * channels;
    int to = row + u * SIZE * channels;
    writeBlocks(from, whole, out, to, step);
    int left = width - (whole * across + u) * SIZE;
    if (left > 0) {
      writeBlocks(from + whole, 1, lastPixels, 0, step);
      System.arraycopy(lastPixels, 0, out, to + whole * step, left * channels);
    }
  }

  private void writeBlocks(int from, int count, byte[] target, int to, int step) {
    if (channels == 1) {
      writeGray(words[0], words[1], from, count, target, to, step);
    } else {
      writeColors(words, from, count, target, to, step);
    }
  }

  private static void writeGray(
      int[] low, int[] high, int from, int count, byte[] target, int to, int step) {
    int at = to;
    for (int i = from; i < from + count; i++, at += step) {
      LONG.set(target, at, (low[i] & 0xFFFF_FFFFL) | (long) high[i] << 32);
    }
  }

  private static void writeColors(
      int[][] words, int from, int count, byte[] target, int to, int step) {
    int[] a = words[0];
    int[] b = words[1];
    int[] c = words[2];
    int[] d = words[3];
    int[] e = words[4];
    int[] f = words[5];
    int at = to;
    for (int i = from; i < from + count; i++, at += step) {
      LONG.set(target, at, (a[i] & 0xFFFF_FFFFL) | (long) b[i] << 32);
      LONG.set(target, at + 8, (c[i] & 0xFFFF_FFFFL) | (long) d[i] << 32);
      LONG.set(target, at + 16, (e[i] & 0xFFFF_FFFFL) | (long) f[i] << 32);
    }
  }
}
