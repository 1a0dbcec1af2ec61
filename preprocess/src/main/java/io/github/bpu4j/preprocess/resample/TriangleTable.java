// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.resample;

import io.github.bpu4j.preprocess.placement.Scaling;
import java.util.Arrays;

/**
 * Holds the run of source pixels of each pixel of a window, and their weights of 22 bits.
 *
 * <p>As in Pillow's {@code BILINEAR}: a triangle around the pixel's center whose half width is the
 * scale, or 1 where it enlarges; weights in double, normalized, then rounded.
 */
final class TriangleTable {
  /** Fraction bits of a weight. */
  static final int BITS = 22;

  /** First source pixel of a pixel's run. */
  int[] first = {};

  /** Pixel i has the weights {@code start[i]} to {@code start[i + 1] - 1}. */
  int[] start = {0};

  /** The weights. */
  int[] weight = {};

  /** The longest run. */
  int longest;

  private double[] shares = {};

  void plan(Scaling axis, int[] order) {
    if (first.length < axis.count()) {
      first = new int[axis.count()];
      start = new int[axis.count() + 1];
    }
    longest = 0;
    start[0] = 0;
    for (int i = 0; i < axis.count(); i++) {
      planPixel(axis, i, axis.pixel(order, i));
      longest = Math.max(longest, start[i + 1] - start[i]);
    }
  }

  private void planPixel(Scaling axis, int i, int d) {
    double scale = (double) axis.source() / axis.scaled();
    double support = Math.max(scale, 1.0);
    double center = (d + 0.5) * scale;
    int from = Math.max((int) (center - support + 0.5), 0);
    int to = Math.min((int) (center + support + 0.5), axis.source());
    int n = to - from;
    first[i] = from;
    start[i + 1] = start[i] + n;
    if (shares.length < n) {
      shares = new double[n];
    }
    if (weight.length < start[i + 1]) {
      weight = Arrays.copyOf(weight, Math.max(start[i + 1], weight.length * 2));
    }
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double distance = Math.abs((k + from - center + 0.5) * (1.0 / support));
      shares[k] = distance < 1.0 ? 1.0 - distance : 0.0;
      sum += shares[k];
    }
    for (int k = 0; k < n; k++) {
      double share = sum == 0 ? 0 : shares[k] / sum;
      weight[start[i] + k] = (int) (0.5 + share * (1 << BITS));
    }
  }
}
