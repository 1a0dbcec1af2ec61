// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.graph;

import java.util.List;

/** Arithmetic on dimensions. */
final class Dims {
  /** Elements of one value; a 16-megapixel picture has fewer. */
  private static final long LIMIT = 1L << 28;

  private Dims() {}

  /** The number of elements; -1 if a dimension is not above 0 or there are too many. */
  static int count(List<Integer> dims) {
    long count = 1;
    for (int dim : dims) {
      count = dim < 1 ? -1 : count * dim;
      if (count < 1 || count > LIMIT) {
        return -1;
      }
    }
    return (int) count;
  }
}
