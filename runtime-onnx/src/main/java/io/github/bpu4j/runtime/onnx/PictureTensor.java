// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OnnxJavaType;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.api.spi.TensorType;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.Optional;

/**
 * The tensor that a network takes its picture in.
 *
 * @param node of one picture, every dimension known
 * @param width in pixels, even
 * @param height in pixels, even
 * @param layout of colors; NONE for NV12
 * @param colors how colors are written into the tensor; empty for NV12, which goes in as it is
 * @param range of the NV12 picture
 */
record PictureTensor(
    Node node,
    int width,
    int height,
    TensorLayout layout,
    Optional<OnnxInput> colors,
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
    boolean rgb = colors.get().order() == OnnxInput.Order.RGB;
    return node.tensor(rgb ? TensorType.RGB : TensorType.BGR, layout, 1);
  }

  int nv12Bytes() {
    return width * height / 2 * 3;
  }
}
