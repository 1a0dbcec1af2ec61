// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.preprocess.Nv12Buffer;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * Writes an NV12 picture of FULL range to an RGB tensor, as a compiled {@code .bin} does inside.
 *
 * <p>With U and V of a 2x2 block used for all four pixels,
 *
 * <pre>
 * R = Y + 1.4017 (V - 128)
 * G = Y - 0.3437 (U - 128) - 0.7142 (V - 128)
 * B = Y + 1.7722 (U - 128)
 * </pre>
 *
 * each clamped to 0..255; then {@code (x - mean) * scale} for a float tensor, or rounded half up
 * for a byte tensor. The type of the tensor is checked once per row, not per pixel. Not
 * thread-safe; writing allocates nothing.
 */
final class ColorWriter {
  private static final int RED = 0;
  private static final int GREEN = 1;
  private static final int BLUE = 2;

  private final Elements to;
  private final int[] place = new int[3];
  private final float[] mean = new float[3];
  private final float[] scale = new float[3];
  private final float[][] line;
  private final int pixelStep;

  /** The elements of a tensor. */
  interface Elements {
    /** Sets the elements at {@code at}, {@code at + step} and so on to these values. */
    void set(int at, int step, float[] values);

    static Elements of(FloatBuffer floats) {
      return (at, step, values) -> {
        for (int i = 0, next = at; i < values.length; i++, next += step) {
          floats.put(next, values[i]);
        }
      };
    }

    static Elements of(ByteBuffer bytes) {
      return (at, step, values) -> {
        for (int i = 0, next = at; i < values.length; i++, next += step) {
          bytes.put(next, (byte) (values[i] + 0.5f));
        }
      };
    }
  }

  ColorWriter(PictureTensor tensor, ColorInput colors, Elements to) {
    this.to = to;
    boolean planes = tensor.layout() == TensorLayout.NCHW;
    int channelStep = planes ? tensor.width() * tensor.height() : 1;
    pixelStep = planes ? 1 : 3;
    line = new float[3][tensor.width()];
    for (int color = 0; color < 3; color++) {
      int channel = colors.order() == ColorInput.Order.RGB ? color : 2 - color;
      place[color] = channel * channelStep;
      mean[color] = colors.mean().get(channel);
      scale[color] = colors.scale().get(channel);
    }
  }

  /** Writes a picture of the tensor's size. */
  void write(Nv12Buffer from) {
    for (int row = 0; row < from.height(); row++) {
      read(from, row);
      int start = row * from.width() * pixelStep;
      for (int color = 0; color < 3; color++) {
        normalize(line[color], mean[color], scale[color]);
        to.set(start + place[color], pixelStep, line[color]);
      }
    }
  }

  private void read(Nv12Buffer from, int row) {
    ByteBuffer bytes = from.bytes();
    int luma = row * from.rowPitch();
    int chroma = (from.height() + row / 2) * from.rowPitch();
    float[] red = line[RED];
    float[] green = line[GREEN];
    float[] blue = line[BLUE];
    for (int column = 0; column < red.length; column++) {
      int y = bytes.get(luma + column) & 0xFF;
      int u = (bytes.get(chroma + (column & ~1)) & 0xFF) - 128;
      int v = (bytes.get(chroma + (column | 1)) & 0xFF) - 128;
      red[column] = y + 1.4017f * v;
      green[column] = y - 0.3437f * u - 0.7142f * v;
      blue[column] = y + 1.7722f * u;
    }
  }

  private static void normalize(float[] values, float mean, float scale) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (Math.max(0f, Math.min(255f, values[i])) - mean) * scale;
    }
  }
}
