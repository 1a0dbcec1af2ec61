// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import java.util.Arrays;

/**
 * The cosine transform and the division by the quantization's steps (ITU-T T.81, annex A.3.3).
 *
 * <p>Floats are the same everywhere: Java adds and multiplies them strictly, and the cosines come
 * from {@link StrictMath}.
 */
final class ForwardDct {
  /** Zigzag order: where the n-th coefficient stands in a block's rows. */
  static final int[] ZIGZAG = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  private static final float[] COSINES = cosines();
  private static final int LARGEST = 1023;

  private final float[] perStep = new float[64];
  private final float[] samples = new float[64];
  private final float[] half = new float[64];
  private final float[] whole = new float[64];

  ForwardDct(int[] steps) {
    for (int k = 0; k < 64; k++) {
      perStep[k] = 1f / steps[k];
    }
  }

  private static float[] cosines() {
    float[] cosines = new float[64];
    for (int u = 0; u < 8; u++) {
      for (int x = 0; x < 8; x++) {
        double scale = u == 0 ? StrictMath.sqrt(0.125) : 0.5;
        cosines[8 * u + x] = (float) (scale * StrictMath.cos((2 * x + 1) * u * Math.PI / 16));
      }
    }
    return cosines;
  }

  /** Makes the coefficients of all blocks of a component. */
  void transform(JpegPlan plan, int component, int wide, int high, short[] values) {
    Sampling sampling = plan.sampling();
    int stepX = sampling.maxHorizontal() / sampling.horizontal(component);
    int stepY = sampling.maxVertical() / sampling.vertical(component);
    int[][] rows = new int[8][8 * wide];
    for (int row = 0; row < high; row++) {
      for (int y = 0; y < 8; y++) {
        Arrays.fill(rows[y], 0);
        plan.scene().row(component, (8 * row + y) * stepY, stepX, plan.seed(), rows[y]);
      }
      for (int column = 0; column < wide; column++) {
        load(rows, 8 * column);
        transformBlock();
        quantize(values, (row * wide + column) * 64);
      }
    }
  }

  private void load(int[][] rows, int from) {
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        samples[8 * y + x] = Math.max(0, Math.min(255, rows[y][from + x])) - 128;
      }
    }
  }

  /** Columns first, then rows. */
  private void transformBlock() {
    Arrays.fill(half, 0);
    Arrays.fill(whole, 0);
    for (int v = 0; v < 8; v++) {
      for (int y = 0; y < 8; y++) {
        float cosine = COSINES[8 * v + y];
        for (int x = 0; x < 8; x++) {
          half[8 * v + x] += cosine * samples[8 * y + x];
        }
      }
    }
    for (int v = 0; v < 8; v++) {
      for (int u = 0; u < 8; u++) {
        float sum = 0;
        for (int x = 0; x < 8; x++) {
          sum += COSINES[8 * u + x] * half[8 * v + x];
        }
        whole[8 * v + u] = sum;
      }
    }
  }

  private void quantize(short[] values, int at) {
    for (int k = 0; k < 64; k++) {
      float value = whole[ZIGZAG[k]] * perStep[k];
      int rounded = (int) (value < 0 ? value - 0.5f : value + 0.5f);
      values[at + k] = (short) Math.max(-LARGEST, Math.min(LARGEST, rounded));
    }
  }
}
