// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.placement.Scaling;

/**
 * Holds the two source pixels of each pixel of a window, and their weights of 11 bits.
 *
 * <p>Formula of OpenCV's {@code INTER_LINEAR} (all in float where it says f):
 *
 * <pre>
 * scale = 1.0 / ((double) dst / src);  f = (float) ((d + 0.5) * scale - 0.5);  s = floor(f);  f -= s
 * weights: rint((1 - f) * 2048) and rint(f * 2048), halves to even
 * </pre>
 *
 * Where {@code INTER_AREA} enlarges, it is {@code s = floor(d * scale)} and {@code f = (d + 1) - (s
 * + 1) / scale}, 0 if not positive, else its fraction.
 */
public final class LinearTable {
  private static final float ONE = 2048f;

  private final boolean area;
  private int[] low = {};
  private int[] high = {};
  private int[] lowWeight = {};
  private int[] highWeight = {};

  /**
   * Creates an empty table.
   *
   * @param area whether the formula is that of INTER_AREA where it enlarges
   */
  public LinearTable(boolean area) {
    this.area = area;
  }

  /**
   * Fills the table for columns, where pixels at an edge have the edge's color alone.
   *
   * @param axis the geometry
   * @param order the window pixel of each entry, or {@link Scaling#NATURAL}
   */
  public void planColumns(Scaling axis, int[] order) {
    int last = axis.source() - 1;
    reserve(axis.count());
    for (int i = 0; i < axis.count(); i++) {
      int d = axis.pixel(order, i);
      float f = position(axis, d);
      int s = whole(axis, d);
      if (s < 0) {
        f = 0;
        s = 0;
      } else if (s >= last) {
        f = 0;
        s = last;
      }
      put(i, s, Math.min(s + 1, last), f);
    }
  }

  /**
   * Fills the table for rows, where the two rows are clamped and the weights are kept.
   *
   * @param axis the geometry
   * @param order the window pixel of each entry, or {@link Scaling#NATURAL}
   */
  public void planRows(Scaling axis, int[] order) {
    int last = axis.source() - 1;
    reserve(axis.count());
    for (int i = 0; i < axis.count(); i++) {
      int d = axis.pixel(order, i);
      int s = whole(axis, d);
      int below = Math.max(0, Math.min(s + 1, last));
      put(i, Math.max(0, Math.min(s, last)), below, position(axis, d));
    }
  }

  /**
   * Reverses positions, for an axis that is stored the other way.
   *
   * @param axis the geometry of the last plan
   */
  public void mirror(Scaling axis) {
    int last = axis.source() - 1;
    for (int i = 0; i < axis.count(); i++) {
      low[i] = last - low[i];
      high[i] = last - high[i];
    }
  }

  /** Returns the left or upper source pixel of each entry. */
  public int[] low() {
    return low;
  }

  /** Returns the right or lower source pixel of each entry. */
  public int[] high() {
    return high;
  }

  /** Returns the weight of each pixel of {@link #low()}. */
  public int[] lowWeight() {
    return lowWeight;
  }

  /** Returns the weight of each pixel of {@link #high()}. */
  public int[] highWeight() {
    return highWeight;
  }

  private int whole(Scaling axis, int d) {
    double s = area ? d * axis.scale() : (float) ((d + 0.5) * axis.scale() - 0.5);
    return (int) Math.floor(s);
  }

  private float position(Scaling axis, int d) {
    if (!area) {
      float f = (float) ((d + 0.5) * axis.scale() - 0.5);
      return f - whole(axis, d);
    }
    float f = (float) ((d + 1) - (whole(axis, d) + 1) * axis.inverse());
    return f <= 0 ? 0 : f - (float) Math.floor(f);
  }

  private void put(int i, int lowIndex, int highIndex, float fraction) {
    low[i] = lowIndex;
    high[i] = highIndex;
    lowWeight[i] = (int) Math.rint((1f - fraction) * ONE);
    highWeight[i] = (int) Math.rint(fraction * ONE);
  }

  private void reserve(int count) {
    if (low.length < count) {
      low = RowArrays.row(count);
      high = RowArrays.row(count);
      lowWeight = RowArrays.row(count);
      highWeight = RowArrays.row(count);
    }
  }
}
