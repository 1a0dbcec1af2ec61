// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;

/** The tables that a file has defined so far, and its restart interval. */
final class Tables {
  static final int COUNT = 4;
  private static final int COEFFICIENTS = 64;
  private static final int STANDARD = 2;

  /** Divisors of a block's coefficients, in zigzag order, 0 to 65535. */
  final int[][] quantizers = new int[COUNT][COEFFICIENTS];

  final HuffmanTable[] dc = new HuffmanTable[COUNT];
  final HuffmanTable[] ac = new HuffmanTable[COUNT];
  private final boolean[] quantizerDefined = new boolean[COUNT];
  private boolean huffmanDefined;
  private int restartInterval;

  Tables() {
    for (int i = 0; i < COUNT; i++) {
      dc[i] = new HuffmanTable(false);
      ac[i] = new HuffmanTable(true);
    }
  }

  void clear() {
    for (int i = 0; i < COUNT; i++) {
      dc[i].clear();
      ac[i].clear();
      quantizerDefined[i] = false;
    }
    huffmanDefined = false;
    restartInterval = 0;
  }

  /** Returns the number of MCUs between two restart markers, 0 for none. */
  int restartInterval() {
    return restartInterval;
  }

  /** Reads a DRI segment (T.81, B.2.4.4). */
  void readRestartInterval(byte[] bytes, int from, int to) throws ImageDecodeException {
    if (to - from != Short.BYTES) {
      throw Damage.of("its restart interval has %d bytes, expected 2".formatted(to - from));
    }
    restartInterval = Bytes.u16(bytes, from);
  }

  /** Reads a DQT segment (T.81, B.2.4.1). */
  void readQuantizers(byte[] bytes, int from, int to) throws ImageDecodeException {
    int at = from;
    while (at < to) {
      int number = Bytes.low(bytes, at);
      int size = Bytes.high(bytes, at) == 0 ? Byte.BYTES : Short.BYTES;
      at++;
      if (number >= COUNT || to - at < COEFFICIENTS * size) {
        throw Damage.of("quantization table %d does not fit its segment".formatted(number));
      }
      for (int k = 0; k < COEFFICIENTS; k++, at += size) {
        quantizers[number][k] = size == 1 ? Bytes.u8(bytes, at) : Bytes.u16(bytes, at);
      }
      quantizerDefined[number] = true;
    }
  }

  /** Reads a DHT segment (T.81, B.2.4.2). */
  void readHuffman(byte[] bytes, int from, int to) throws ImageDecodeException {
    int at = from;
    while (at < to) {
      int number = Bytes.low(bytes, at);
      int kind = Bytes.high(bytes, at);
      if (number >= COUNT || kind > 1) {
        throw Damage.of(
            "it defines Huffman table %d of kind %d, expected 0-3, 0-1".formatted(number, kind));
      }
      at = (kind == 0 ? dc : ac)[number].define(bytes, at + 1, to);
      huffmanDefined = true;
    }
  }

  /** Defines the standard tables if the file defines none, as frames of Motion JPEG do. */
  void useStandardIfNoneDefined() throws ImageDecodeException {
    if (!huffmanDefined) {
      for (int i = 0; i < STANDARD; i++) {
        dc[i].define(StandardTables.dc(i), 0, StandardTables.dc(i).length);
        ac[i].define(StandardTables.ac(i), 0, StandardTables.ac(i).length);
      }
    }
  }

  int[] quantizers(int number) throws ImageDecodeException {
    requireDefined(quantizerDefined[number], "quantization table", number);
    return quantizers[number];
  }

  HuffmanTable dc(int number) throws ImageDecodeException {
    requireDefined(dc[number].isDefined(), "DC table", number);
    return dc[number];
  }

  HuffmanTable ac(int number) throws ImageDecodeException {
    requireDefined(ac[number].isDefined(), "AC table", number);
    return ac[number];
  }

  private static void requireDefined(boolean defined, String table, int number)
      throws ImageDecodeException {
    if (!defined) {
      throw Damage.of("a scan uses %s %d, which the file does not define".formatted(table, number));
    }
  }
}
