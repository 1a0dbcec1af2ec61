// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.util.List;
import java.util.Objects;

/**
 * An input or output tensor with the runtime's memory layout.
 *
 * @param name as in the model
 * @param type of the elements
 * @param layout order of the dimensions
 * @param validShape the logical shape, in elements
 * @param alignedShape the shape in memory with hardware padding, in elements
 * @param strides bytes from one index to the next, one per dimension; empty or all 0 if dense
 * @param byteSize bytes of memory that the tensor takes
 * @param quantization how stored values become real ones
 * @since 0.1.0
 */
public record TensorInfo(
    String name,
    TensorType type,
    TensorLayout layout,
    List<Integer> validShape,
    List<Integer> alignedShape,
    List<Integer> strides,
    long byteSize,
    Quantization quantization) {
  public TensorInfo {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(quantization, "quantization");
    validShape = List.copyOf(validShape);
    alignedShape = List.copyOf(alignedShape);
    strides = List.copyOf(strides);
    if (byteSize <= 0) {
      throw new IllegalArgumentException(
          "tensor " + name + ": byteSize " + byteSize + ", expected more than 0");
    }
  }
}
