// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.ModelInfo;
import java.util.List;

/**
 * What a session computes, in the terms of a classifier.
 *
 * @param info for the user
 * @param inputName of the picture's tensor
 * @param inputShape of the picture's tensor, the batch being 1
 * @param outputName of the scores' tensor
 * @param outputShape of the scores' tensor, the batch being 1
 */
record Network(
    ModelInfo info,
    String inputName,
    List<Long> inputShape,
    String outputName,
    List<Long> outputShape) {
  /** Bytes of one NV12 picture of the network's size. */
  int pictureBytes() {
    return info.width() * info.height() / 2 * 3;
  }

  static long[] dimensions(List<Long> shape) {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }
}
