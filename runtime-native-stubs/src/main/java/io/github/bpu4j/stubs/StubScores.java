// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

/**
 * The expected scores of a model whose description says {@code scores checksum}: a second
 * implementation of the documented formula, for comparison in tests.
 *
 * @since 0.1.0
 */
public final class StubScores {
  private StubScores() {}

  /**
   * Returns the checksum of one input.
   *
   * @param valid the valid bytes in row-major order without padding; for NV12 the rows of Y, then
   *     the rows of UV
   */
  public static int checksum(byte[] valid) {
    int sum = 0;
    int weight = 0;
    for (byte b : valid) {
      weight += 0x9E3779B1;
      sum += (b & 0xFF) * (weight | 1);
    }
    return sum;
  }

  /** Combines the checksums of several inputs in order. */
  public static int join(int... checksums) {
    int joined = 0;
    for (int checksum : checksums) {
      joined = joined * 31 + checksum;
    }
    return joined;
  }

  /** Returns the 32 bits from which element {@code index} of an output is computed. */
  public static int bits(int checksum, int seed, int index) {
    int x = checksum + seed + index * 0x9E3779B9;
    x = (x ^ x >>> 16) * 0x7FEB352D;
    x = (x ^ x >>> 15) * 0x846CA68B;
    return x ^ x >>> 16;
  }

  /**
   * Returns the scores of a float output: {@code count} values in [0, 1).
   *
   * @param checksum of the inputs, combined
   * @param seed of the output, 0 unless its description has one
   * @param count number of elements
   */
  public static float[] scores(int checksum, int seed, int count) {
    float[] scores = new float[count];
    for (int k = 0; k < count; k++) {
      scores[k] = (bits(checksum, seed, k) >>> 8) * 0x1p-24f;
    }
    return scores;
  }
}
