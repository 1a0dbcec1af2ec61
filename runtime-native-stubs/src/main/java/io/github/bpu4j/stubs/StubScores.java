// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

/**
 * What must come out of a stand-in model whose description says {@code scores checksum}: a second
 * implementation of the documented formula, for tests to compare with.
 */
public final class StubScores {
  private StubScores() {}

  /**
   * The checksum of one input.
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

  /** The checksum of several inputs, from those of each in order. */
  public static int join(int... checksums) {
    int joined = 0;
    for (int checksum : checksums) {
      joined = joined * 31 + checksum;
    }
    return joined;
  }

  /** The 32 bits that element {@code index} of an output with that seed is made from. */
  public static int bits(int checksum, int seed, int index) {
    int x = checksum + seed + index * 0x9E3779B9;
    x = (x ^ x >>> 16) * 0x7FEB352D;
    x = (x ^ x >>> 15) * 0x846CA68B;
    return x ^ x >>> 16;
  }

  /**
   * The scores of a float output: {@code count} values of [0, 1).
   *
   * @param checksum of the inputs, joined
   * @param seed of the output, 0 unless its description gives one
   * @param count of elements
   */
  public static float[] scores(int checksum, int seed, int count) {
    float[] scores = new float[count];
    for (int k = 0; k < count; k++) {
      scores[k] = (bits(checksum, seed, k) >>> 8) * 0x1p-24f;
    }
    return scores;
  }
}
