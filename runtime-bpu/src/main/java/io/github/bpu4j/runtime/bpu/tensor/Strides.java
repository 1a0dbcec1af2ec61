// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.tensor;

import io.github.bpu4j.api.spi.TensorInfo;
import java.util.ArrayList;
import java.util.List;

/** Bytes from one index to the next in each dimension. */
final class Strides {
  private Strides() {}

  /**
   * Returns the tensor's strides, or those of its aligned shape in row-major order if it has none.
   */
  static List<Integer> of(TensorInfo tensor) {
    boolean stated = tensor.strides().stream().anyMatch(stride -> stride != 0);
    return stated ? tensor.strides() : dense(tensor.alignedShape(), tensor.type().bytes());
  }

  private static List<Integer> dense(List<Integer> shape, int elementSize) {
    List<Integer> strides = new ArrayList<>();
    int stride = elementSize;
    for (int i = shape.size() - 1; i >= 0; i--) {
      strides.add(0, stride);
      stride *= shape.get(i);
    }
    return strides;
  }
}
