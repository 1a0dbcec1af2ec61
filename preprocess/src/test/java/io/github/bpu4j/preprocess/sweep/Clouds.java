// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

/** Value noise: random numbers on a grid, between them straight lines, all in whole numbers. */
final class Clouds {
  private Clouds() {}

  /** Adds a row of noise between 0 and {@code amplitude} whose grid is {@code period} wide. */
  static void addRow(
      int period, int amplitude, int component, int y, int step, int seed, int[] row) {
    int columns = (row.length - 1) * step / period + 2;
    int[] grid = gridRow(period, component, y, seed, columns);
    for (int i = 0; i < row.length; i++) {
      int x = i * step;
      int cell = x / period;
      int inside = x - cell * period;
      int value = (grid[cell] * (period - inside) + grid[cell + 1] * inside) / period;
      row[i] += (value * amplitude) >> 16;
    }
  }

  /** The grid's numbers, 0 to 65535, between its two rows next to {@code y}. */
  private static int[] gridRow(int period, int component, int y, int seed, int columns) {
    int cell = y / period;
    int inside = y - cell * period;
    int key = Scene.mix(seed * 31 + component * 7 + period);
    int[] grid = new int[columns];
    for (int i = 0; i < columns; i++) {
      int above = Scene.mix(key + cell * 0x9E3779B9 + i) & 0xFFFF;
      int below = Scene.mix(key + (cell + 1) * 0x9E3779B9 + i) & 0xFFFF;
      grid[i] = (above * (period - inside) + below * inside) / period;
    }
    return grid;
  }
}
