// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.IntStream;

/** A prefix code for bytes with words of 1 to 16 bits (ITU-T T.81, annex C). */
final class HuffmanCode {
  /** The codes of annex K: DC and AC of luma, DC and AC of chroma. */
  static final HuffmanCode[] STANDARD = {
    of("00010501010101010100000000000000", "000102030405060708090a0b"),
    of(
        "0002010303020403050504040000017d",
        "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a"
            + "25262728292a3435363738393a434445464748494a535455565758595a636465666768696a73747576"
            + "7778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3"
            + "c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa"),
    of("00030101010101010101010000000000", "000102030405060708090a0b"),
    of(
        "00020102040403040705040400010277",
        "0001020311040521310612415107617113223281081442 91a1b1c109233352f0156272d10a162434e125f1"
            + "1718191a262728292a35363738393a434445464748494a535455565758595a636465666768696a7374"
            + "75767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9"
            + "bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa"),
  };

  private static final int LONGEST = 16;

  private final int[] counts;
  private final int[] symbols;

  private HuffmanCode(int[] counts, int[] symbols) {
    this.counts = counts;
    this.symbols = symbols;
  }

  private static HuffmanCode of(String counts, String symbols) {
    return new HuffmanCode(bytes(counts), bytes(symbols));
  }

  private static int[] bytes(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    int[] numbers = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      numbers[i] = bytes[i] & 0xFF;
    }
    return numbers;
  }

  /** Makes the shortest code for symbols that come this often (annex K.2). */
  static HuffmanCode optimal(int[] frequencies) {
    int n = frequencies.length;
    long[] weights = new long[n + 1];
    for (int i = 0; i < n; i++) {
      weights[i] = frequencies[i];
    }
    weights[n] = 1; // keeps the word of ones alone free
    int[] lengths = lengths(weights);
    int[] counts = new int[2 * n];
    for (int length : lengths) {
      counts[length]++;
    }
    counts[0] = 0;
    shorten(counts);
    return new HuffmanCode(Arrays.copyOfRange(counts, 1, LONGEST + 1), inOrder(lengths, n));
  }

  /** Joins the two rarest trees until one is left; ties go to the larger symbol. */
  private static int[] lengths(long[] weights) {
    int[] lengths = new int[weights.length];
    int[] next = new int[weights.length];
    Arrays.fill(next, -1);
    while (true) {
      int rarest = rarest(weights, -1);
      int second = rarest(weights, rarest);
      if (second < 0) {
        return lengths;
      }
      weights[rarest] += weights[second];
      weights[second] = 0;
      int last = deepen(rarest, lengths, next);
      next[last] = second;
      deepen(second, lengths, next);
    }
  }

  private static int rarest(long[] weights, int except) {
    int rarest = -1;
    for (int i = 0; i < weights.length; i++) {
      if (i != except && weights[i] > 0 && (rarest < 0 || weights[i] <= weights[rarest])) {
        rarest = i;
      }
    }
    return rarest;
  }

  private static int deepen(int from, int[] lengths, int[] next) {
    int at = from;
    lengths[at]++;
    while (next[at] >= 0) {
      at = next[at];
      lengths[at]++;
    }
    return at;
  }

  /** Moves words longer than 16 bits up in pairs, then frees the word of ones alone. */
  private static void shorten(int[] counts) {
    for (int length = counts.length - 1; length > LONGEST; length--) {
      while (counts[length] > 0) {
        int shorter = length - 2;
        while (counts[shorter] == 0) {
          shorter--;
        }
        counts[length] -= 2;
        counts[length - 1]++;
        counts[shorter + 1] += 2;
        counts[shorter]--;
      }
    }
    int longest = LONGEST;
    while (counts[longest] == 0) {
      longest--;
    }
    counts[longest]--;
  }

  private static int[] inOrder(int[] lengths, int n) {
    return IntStream.range(0, n)
        .filter(symbol -> lengths[symbol] > 0)
        .boxed()
        .sorted(Comparator.comparing(symbol -> lengths[symbol]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Adds the code to a file as a segment DHT has it: counts by length, symbols by word. */
  void describe(Bytes out) {
    out.all(counts);
    out.all(symbols);
  }

  /** How many symbols have a word. */
  int size() {
    return symbols.length;
  }

  /** The words by symbol, each with its length above bit 16. */
  int[] words() {
    int[] words = new int[256];
    int word = 0;
    int at = 0;
    for (int length = 1; length <= LONGEST; length++) {
      for (int i = 0; i < counts[length - 1]; i++) {
        words[symbols[at++]] = (length << 16) | word++;
      }
      word <<= 1;
    }
    return words;
  }
}
