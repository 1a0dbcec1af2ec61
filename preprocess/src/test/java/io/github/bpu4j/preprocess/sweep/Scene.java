// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

/** What a made-up picture shows; sample values come from whole numbers alone. */
enum Scene {
  /** Clouds of three sizes with a little grain, as photos have. */
  PHOTO {
    @Override
    void row(int component, int y, int step, int seed, int[] row) {
      Clouds.addRow(64, 120, component, y, step, seed, row);
      Clouds.addRow(16, 90, component, y, step, seed, row);
      Clouds.addRow(5, 46, component, y, step, seed, row);
      addGrain(8, component, y, seed, row);
    }
  },
  /** Clouds under heavy grain. */
  GRAIN {
    @Override
    void row(int component, int y, int step, int seed, int[] row) {
      Clouds.addRow(40, 190, component, y, step, seed, row);
      addGrain(100, component, y, seed, row);
    }
  },
  /** Every sample for itself. */
  NOISE {
    @Override
    void row(int component, int y, int step, int seed, int[] row) {
      addGrain(256, component, y, seed, row);
    }
  },
  /** A few rectangles of one color each. */
  FLAT {
    @Override
    void row(int component, int y, int step, int seed, int[] row) {
      for (int i = 0; i < row.length; i++) {
        int x = i * step;
        row[i] = mix(seed + 31 * (x / 97) + 57 * (y / 61) + 7919 * component) & 0xFF;
      }
    }
  },
  /** Black and white with hard edges, which make the largest coefficients. */
  EDGES {
    @Override
    void row(int component, int y, int step, int seed, int[] row) {
      int stripe = 1 + (seed + component) % 7;
      for (int i = 0; i < row.length; i++) {
        int x = i * step;
        row[i] = (((x / stripe) ^ (y / (stripe + 2)) ^ ((x + y) / 29)) & 1) * 255;
      }
    }
  };

  /**
   * Adds a row of samples, 0 to 255 after the caller's clamp.
   *
   * @param step columns of the picture from a sample to the next
   */
  abstract void row(int component, int y, int step, int seed, int[] row);

  static void addGrain(int amplitude, int component, int y, int seed, int[] row) {
    int key = mix(seed * 3 + component) + y * 0x9E3779B9;
    for (int i = 0; i < row.length; i++) {
      int h = mix(key + i) & 0xFFFF;
      row[i] += (h * amplitude) >>> 16;
    }
  }

  /** Murmur3's last step: every bit of the result depends on every bit of the number. */
  static int mix(int number) {
    int h = number;
    h ^= h >>> 16;
    h *= 0x85ebca6b;
    h ^= h >>> 13;
    h *= 0xc2b2ae35;
    return h ^ (h >>> 16);
  }
}
