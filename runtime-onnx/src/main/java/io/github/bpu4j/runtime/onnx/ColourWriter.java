// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.preprocess.Nv12Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * Writes an NV12 picture of FULL range into a tensor of colours, as a compiled {@code .bin} does
 * inside.
 *
 * <p>With U and V of a 2x2 block standing for all four pixels,
 *
 * <pre>
 *   R = Y + 1.4017 (V - 128)
 *   G = Y - 0.3437 (U - 128) - 0.7142 (V - 128)
 *   B = Y + 1.7722 (U - 128)
 * </pre>
 *
 * each held within 0..255; then {@code (x - mean) * scale} into a float tensor, or rounded half up
 * into a byte tensor. Not thread-safe; allocates nothing.
 */
final class ColourWriter {
  private static final int RED = 0;
  private static final int GREEN = 1;
  private static final int BLUE = 2;

  private final int[] place = new int[3];
  private final float[] mean = new float[3];
  private final float[] scale = new float[3];
  private final int pixelStep;

  ColourWriter(PictureTensor tensor, OnnxInput colours) {
    boolean planes = tensor.layout() == TensorLayout.NCHW;
    int channelStep = planes ? tensor.width() * tensor.height() : 1;
    pixelStep = planes ? 1 : 3;
    for (int colour = 0; colour < 3; colour++) {
      int channel = colours.order() == OnnxInput.Order.RGB ? colour : 2 - colour;
      place[colour] = channel * channelStep;
      mean[colour] = colours.mean().get(channel);
      scale[colour] = colours.scale().get(channel);
    }
  }

  /** Floats, normalised. */
  void write(Nv12Buffer from, FloatBuffer to) {
    ByteBuffer bytes = from.bytes();
    for (int row = 0; row < from.height(); row++) {
      int luma = row * from.rowPitch();
      int chroma = (from.height() + row / 2) * from.rowPitch();
      int at = row * from.width() * pixelStep;
      for (int column = 0; column < from.width(); column++, at += pixelStep) {
        int y = bytes.get(luma + column) & 0xFF;
        int u = (bytes.get(chroma + (column & ~1)) & 0xFF) - 128;
        int v = (bytes.get(chroma + (column | 1)) & 0xFF) - 128;
        to.put(at + place[RED], normalised(RED, red(y, v)));
        to.put(at + place[GREEN], normalised(GREEN, green(y, u, v)));
        to.put(at + place[BLUE], normalised(BLUE, blue(y, u)));
      }
    }
  }

  /** Bytes, as they are. */
  void write(Nv12Buffer from, ByteBuffer to) {
    ByteBuffer bytes = from.bytes();
    for (int row = 0; row < from.height(); row++) {
      int luma = row * from.rowPitch();
      int chroma = (from.height() + row / 2) * from.rowPitch();
      int at = row * from.width() * pixelStep;
      for (int column = 0; column < from.width(); column++, at += pixelStep) {
        int y = bytes.get(luma + column) & 0xFF;
        int u = (bytes.get(chroma + (column & ~1)) & 0xFF) - 128;
        int v = (bytes.get(chroma + (column | 1)) & 0xFF) - 128;
        to.put(at + place[RED], (byte) (red(y, v) + 0.5f));
        to.put(at + place[GREEN], (byte) (green(y, u, v) + 0.5f));
        to.put(at + place[BLUE], (byte) (blue(y, u) + 0.5f));
      }
    }
  }

  private float normalised(int colour, float value) {
    return (value - mean[colour]) * scale[colour];
  }

  private static float red(int y, int v) {
    return held(y + 1.4017f * v);
  }

  private static float green(int y, int u, int v) {
    return held(y - 0.3437f * u - 0.7142f * v);
  }

  private static float blue(int y, int u) {
    return held(y + 1.7722f * u);
  }

  private static float held(float value) {
    return Math.max(0f, Math.min(255f, value));
  }
}
