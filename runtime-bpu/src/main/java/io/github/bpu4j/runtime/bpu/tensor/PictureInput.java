// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.tensor;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.api.spi.TensorType;
import java.util.List;

/**
 * The memory layout of a model's input picture.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pitch bytes from one row to the next, from the model's aligned shape
 */
public record PictureInput(int width, int height, int pitch) {
  /** Of every NV12 input's shape, whatever its bytes hold. */
  private static final int CHANNELS = 3;

  /**
   * The geometry of a model's inputs.
   *
   * @param model its name and file, for messages
   * @throws IncompatibleModelException unless they are one NV12 picture
   */
  public static PictureInput of(String model, List<TensorInfo> inputs) {
    TensorInfo input = inputs.get(0);
    List<Integer> valid = input.validShape();
    List<Integer> aligned = input.alignedShape();
    String where = model + ": input " + input.name();
    require(inputs.size() == 1, where, "the model has " + inputs.size() + " inputs");
    require(
        input.type() == TensorType.NV12 || input.type() == TensorType.NV12_SEPARATE,
        where,
        "its type is " + input.type());
    require(valid.size() == 4 && aligned.size() == 4, where, "its shape is " + valid);
    require(valid.get(0) == 1, where, "its batch is " + valid.get(0));
    boolean channelsLast = input.layout() == TensorLayout.NHWC;
    int row = channelsLast ? 1 : 2;
    require(
        valid.get(channelsLast ? 3 : 1) == CHANNELS || valid.get(channelsLast ? 1 : 3) != CHANNELS,
        where,
        "its shape " + valid + " is not in the order of its layout " + input.layout());
    int width = valid.get(row + 1);
    int height = valid.get(row);
    int pitch = aligned.get(row + 1);
    String size = width + "x" + height;
    require(width % 2 == 0 && height % 2 == 0, where, "it has odd sides, " + size);
    require(
        pitch >= width
            && aligned.get(row) == height
            && (long) pitch * height / 2 * 3 <= input.byteSize(),
        where,
        "its aligned shape " + aligned + " and " + input.byteSize() + " bytes do not hold " + size);
    return new PictureInput(width, height, pitch);
  }

  private static void require(boolean fits, String where, String found) {
    if (!fits) {
      throw new IncompatibleModelException(
          where
              + ": "
              + found
              + "; expected one NV12 picture with even sides and batch 1. Compile the model with"
              + " input_type_rt nv12");
    }
  }
}
