// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.data;

import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.cli.language.Text;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Optional;

/**
 * The calibration data of one picture: float32, little-endian, in the layout and channel order of
 * the network, values 0 to 255 before mean and scale.
 */
public final class CalibrationTensor {
  private static final int CHANNELS = 3;
  private static final float LARGEST = 255;

  /** A real picture has more contrast; one of less calibrates nothing. */
  private static final float FLAT = 8;

  private CalibrationTensor() {}

  /**
   * Puts a picture into a network's form.
   *
   * @param rgb of the network's size, red first
   */
  public static byte[] of(byte[] rgb, ColorInput.Order order, TensorLayout layout) {
    ByteBuffer bytes = ByteBuffer.allocate(rgb.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    FloatBuffer floats = bytes.asFloatBuffer();
    int pixels = rgb.length / CHANNELS;
    for (int pixel = 0; pixel < pixels; pixel++) {
      for (int color = 0; color < CHANNELS; color++) {
        int channel = order == ColorInput.Order.RGB ? color : CHANNELS - 1 - color;
        int place =
            layout == TensorLayout.NHWC ? pixel * CHANNELS + channel : channel * pixels + pixel;
        floats.put(place, rgb[pixel * CHANNELS + color] & 0xFF);
      }
    }
    return bytes.array();
  }

  /**
   * What is wrong with calibration data, which the compiler would take without a word; empty if
   * they look like a picture.
   *
   * @param data of a file
   * @param length number of bytes that the network's input takes as float32
   */
  public static Optional<Text> objection(byte[] data, int length) {
    if (data.length != length) {
      return Optional.of(
          Text.of(
              "trap.data-length",
              "%d bytes, expected %d: float32 of the input",
              data.length,
              length));
    }
    FloatBuffer floats = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    while (floats.hasRemaining()) {
      float value = floats.get();
      if (!Float.isFinite(value)) {
        return Optional.of(
            Text.of("trap.data-number", "it holds %s, expected numbers from 0 to 255", value));
      }
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    if (least < 0 || most > LARGEST) {
      return Optional.of(
          Text.of(
              "trap.data-normalized",
              "values from %s to %s, expected 0 to 255: the compiler applies mean and scale itself",
              least,
              most));
    }
    if (most <= 1 && least < most) {
      return Optional.of(
          Text.of(
              "trap.data-unit",
              "values from %s to %s, expected pixels from 0 to 255",
              least,
              most));
    }
    return most - least < FLAT
        ? Optional.of(
            Text.of(
                "trap.data-flat", "all values lie between %s and %s: a flat picture", least, most))
        : Optional.empty();
  }
}
