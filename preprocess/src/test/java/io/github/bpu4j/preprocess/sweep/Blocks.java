// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

/** The quantized coefficients of one component: 64 a block in zigzag order, block after block. */
final class Blocks {
  private final int wide;
  private final int high;
  private final int shownWide;
  private final int shownHigh;
  private final short[] values;

  private Blocks(JpegPlan plan, int component) {
    Sampling sampling = plan.sampling();
    int h = sampling.horizontal(component);
    int v = sampling.vertical(component);
    wide = up(plan.width(), 8 * sampling.maxHorizontal()) * h;
    high = up(plan.height(), 8 * sampling.maxVertical()) * v;
    shownWide = up(up(plan.width() * h, sampling.maxHorizontal()), 8);
    shownHigh = up(up(plan.height() * v, sampling.maxVertical()), 8);
    values = new short[wide * high * 64];
    new ForwardDct(plan.steps(plan.quantization(component)))
        .transform(plan, component, wide, high, values);
  }

  static Blocks of(JpegPlan plan, int component) {
    return new Blocks(plan, component);
  }

  private static int up(int value, int by) {
    return (value + by - 1) / by;
  }

  /** Blocks in a row up to the last MCU, which reaches past the picture. */
  int wide() {
    return wide;
  }

  /** Rows of blocks up to the last MCU. */
  int high() {
    return high;
  }

  /** Blocks in a row that show something of the picture. */
  int shownWide() {
    return shownWide;
  }

  /** Rows of blocks that show something of the picture. */
  int shownHigh() {
    return shownHigh;
  }

  /** A coefficient, by the start of its block and its place in the zigzag. */
  int value(int block, int place) {
    return values[block + place];
  }

  /** Where a block starts. */
  int at(int column, int row) {
    return (row * wide + column) * 64;
  }
}
