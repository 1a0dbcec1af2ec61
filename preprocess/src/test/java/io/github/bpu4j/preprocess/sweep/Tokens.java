// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import java.util.Arrays;

/** What a scan says before it has a code: symbols of the four tables, plain bits, restarts. */
final class Tokens {
  private static final int SYMBOL = 1 << 30;
  private static final int RESTART = 1 << 29;

  private int[] tokens = new int[1 << 12];
  private int count;

  /** The table of DC differences: luma's or chroma's. */
  static int dc(int component) {
    return component == 0 ? 0 : 2;
  }

  /** The table of AC runs and sizes: luma's or chroma's. */
  static int ac(int component) {
    return component == 0 ? 1 : 3;
  }

  void symbol(int table, int symbol) {
    add(SYMBOL | (table << 8) | symbol);
  }

  /** Adds the lowest bits of a number, up to 16. */
  void bits(int value, int length) {
    if (length > 0) {
      add((length << 16) | (value & ((1 << length) - 1)));
    }
  }

  void restart() {
    add(RESTART);
  }

  private void add(int token) {
    if (count == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * count);
    }
    tokens[count++] = token;
  }

  /** How often each symbol comes, by table. */
  int[][] frequencies() {
    int[][] frequencies = new int[4][256];
    for (int i = 0; i < count; i++) {
      if ((tokens[i] & SYMBOL) != 0) {
        frequencies[(tokens[i] >> 8) & 3][tokens[i] & 0xFF]++;
      }
    }
    return frequencies;
  }

  /** Writes everything in these codes, with stuffed zeros, filled up with ones (annex F.1.2.3). */
  void write(HuffmanCode[] codes, Bytes out) {
    int[][] words = new int[4][];
    for (int table = 0; table < 4; table++) {
      words[table] = codes[table].words();
    }
    BitWriter bits = new BitWriter(out);
    int restarts = 0;
    for (int i = 0; i < count; i++) {
      int token = tokens[i];
      if ((token & SYMBOL) != 0) {
        int word = words[(token >> 8) & 3][token & 0xFF];
        bits.write(word & 0xFFFF, word >> 16);
      } else if (token == RESTART) {
        bits.fill();
        out.marker(0xD0 + (restarts++ & 7));
      } else {
        bits.write(token & 0xFFFF, token >> 16);
      }
    }
    bits.fill();
  }
}
