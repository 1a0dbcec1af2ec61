// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.placement.Scaling;
import java.util.Arrays;

/**
 * Holds the source pixels that each pixel of a window covers, and the share of each.
 *
 * <p>As in OpenCV: positions in double, shares rounded to float, parts of 0.001 or less dropped.
 */
final class ShareTable {
  private static final double SMALLEST_PART = 1e-3;

  /** Pixel i has the entries {@code start[i]} to {@code start[i + 1] - 1}. */
  int[] start = {0};

  /** Source pixel of an entry. */
  int[] index = {};

  /** Share of an entry. */
  float[] weight = {};

  private int size;

  void plan(Scaling axis, int[] order) {
    if (start.length < axis.count() + 1) {
      start = new int[axis.count() + 1];
    }
    size = 0;
    for (int i = 0; i < axis.count(); i++) {
      start[i] = size;
      addPixel(axis, axis.pixel(order, i));
    }
    start[axis.count()] = size;
  }

  private void addPixel(Scaling axis, int d) {
    double scale = axis.scale();
    double from = d * scale;
    double to = from + scale;
    double cell = Math.min(scale, axis.source() - from);
    int end = Math.min((int) Math.floor(to), axis.source() - 1);
    int begin = Math.min((int) Math.ceil(from), end);
    if (begin - from > SMALLEST_PART) {
      add(begin - 1, (float) ((begin - from) / cell));
    }
    for (int s = begin; s < end; s++) {
      add(s, (float) (1.0 / cell));
    }
    if (to - end > SMALLEST_PART) {
      add(end, (float) (Math.min(Math.min(to - end, 1.0), cell) / cell));
    }
  }

  private void add(int sourcePixel, float share) {
    if (size == index.length) {
      int longer = Math.max(64, size * 2);
      index = Arrays.copyOf(index, longer);
      weight = Arrays.copyOf(weight, longer);
    }
    index[size] = sourcePixel;
    weight[size++] = share;
  }
}
