// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.api.spi.TensorType;
import java.util.Arrays;
import java.util.List;

/**
 * An input or output of a session.
 *
 * @param name as in the file
 * @param type of the elements; UNKNOWN if it is not a tensor
 * @param shape -1 for a dimension that is open until the model runs
 */
record Node(String name, OnnxJavaType type, List<Long> shape) {
  static Node of(NodeInfo info) {
    return info.getInfo() instanceof ai.onnxruntime.TensorInfo tensor
        ? new Node(info.getName(), tensor.type, boxed(tensor.getShape()))
        : new Node(info.getName(), OnnxJavaType.UNKNOWN, List.of());
  }

  private static List<Long> boxed(long[] shape) {
    return Arrays.stream(shape).boxed().toList();
  }

  /** Sets an open number of pictures to one. */
  Node forOnePicture() {
    if (shape.size() < 2 || shape.get(0) != -1) {
      return this;
    }
    long[] fixed = dimensions();
    fixed[0] = 1;
    return new Node(name, type, boxed(fixed));
  }

  Node withShape(long... fixed) {
    return new Node(name, type, boxed(fixed));
  }

  long dimension(int index) {
    return shape.get(index);
  }

  long[] dimensions() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }

  /** Returns the node as a dense tensor in memory. */
  TensorInfo tensor(TensorType tensorType, TensorLayout layout, int elementBytes) {
    List<Integer> fixed = shape.stream().map(Math::toIntExact).toList();
    long bytes = shape.stream().reduce((long) elementBytes, Math::multiplyExact);
    return new TensorInfo(
        name, tensorType, layout, fixed, fixed, List.of(), bytes, Quantization.none());
  }

  @Override
  public String toString() {
    return "'" + name + "' is " + type + " " + shape;
  }
}
