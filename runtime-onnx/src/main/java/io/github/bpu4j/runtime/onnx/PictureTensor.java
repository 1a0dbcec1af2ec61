// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OnnxJavaType;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.api.spi.TensorType;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.Optional;

/**
 * The input tensor of a model.
 *
 * @param node of one picture, all dimensions known
 * @param width in pixels, even
 * @param height in pixels, even
 * @param layout of colors; NONE for NV12
 * @param colors how RGB is written to the tensor; empty for NV12, which is used as is
 * @param range of the NV12 picture
 */
record PictureTensor(
    Node node,
    int width,
    int height,
    TensorLayout layout,
    Optional<ColorInput> colors,
    YuvRange range) {
  boolean isFloat() {
    return node.type() == OnnxJavaType.FLOAT;
  }

  TensorInfo info() {
    if (colors.isEmpty()) {
      return node.tensor(TensorType.NV12, layout, 1);
    }
    if (isFloat()) {
      return node.tensor(TensorType.F32, layout, Float.BYTES);
    }
    boolean rgb = colors.get().order() == ColorInput.Order.RGB;
    return node.tensor(rgb ? TensorType.RGB : TensorType.BGR, layout, 1);
  }

  int nv12Bytes() {
    return width * height / 2 * 3;
  }
}
