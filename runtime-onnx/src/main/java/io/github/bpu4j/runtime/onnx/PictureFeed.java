// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.runtime.onnx.ColorWriter.Elements;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * The input tensor of a request, and how the NV12 picture gets into it.
 *
 * <p>A model with NV12 input reads the picture's bytes directly; for one with RGB input they are
 * converted into the tensor before each run.
 *
 * @param picture written by the classifier
 * @param tensor read by the model
 * @param conversion from one to the other
 */
record PictureFeed(Nv12Buffer picture, OnnxTensor tensor, Runnable conversion) {
  static PictureFeed allocate(OrtEnvironment environment, PictureTensor kind) throws OrtException {
    ByteBuffer bytes = ByteBuffer.allocateDirect(kind.nv12Bytes());
    Nv12Buffer picture = new Nv12Buffer(bytes, kind.width(), kind.height(), kind.width());
    long[] shape = kind.node().dimensions();
    if (kind.colors().isEmpty()) {
      return new PictureFeed(picture, bytes(environment, bytes.duplicate(), shape), () -> {});
    }
    ColorInput input = kind.colors().get();
    ByteBuffer colors =
        ByteBuffer.allocateDirect(Math.toIntExact(kind.info().byteSize()))
            .order(ByteOrder.nativeOrder());
    ColorWriter writer;
    OnnxTensor tensor;
    if (kind.isFloat()) {
      FloatBuffer floats = colors.asFloatBuffer();
      writer = new ColorWriter(kind, input, Elements.of(floats));
      tensor = OnnxTensor.createTensor(environment, floats, shape);
    } else {
      writer = new ColorWriter(kind, input, Elements.of(colors));
      tensor = bytes(environment, colors, shape);
    }
    // A duplicate, so that the caller's position and limit do not matter.
    Nv12Buffer source =
        new Nv12Buffer(bytes.duplicate(), kind.width(), kind.height(), kind.width());
    return new PictureFeed(picture, tensor, () -> writer.write(source));
  }

  private static OnnxTensor bytes(OrtEnvironment environment, ByteBuffer bytes, long[] shape)
      throws OrtException {
    return OnnxTensor.createTensor(environment, bytes, shape, OnnxJavaType.UINT8);
  }
}
