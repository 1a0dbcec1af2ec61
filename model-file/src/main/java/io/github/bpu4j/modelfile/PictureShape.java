// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.List;
import java.util.Optional;

/** A picture input's size, with the channel axis found. */
record PictureShape(int batch, int height, int width, int channels) {

  /**
   * Finds the axes by the number of channels. The stored layout cannot be used for it: NV12 inputs
   * are stored as batch, height, width, channel although their layout is NCHW, and RGB inputs of
   * layout NHWC are stored as batch, channel, height, width.
   */
  static Optional<PictureShape> of(List<Integer> dims, InputType type) {
    if (!type.isImage() || dims.size() != 4) {
      return Optional.empty();
    }
    int channels = type.channels();
    boolean last = dims.get(3) == channels;
    boolean second = dims.get(1) == channels;
    if (last && (!second || type.isYuv())) {
      return Optional.of(new PictureShape(dims.get(0), dims.get(1), dims.get(2), channels));
    }
    return second
        ? Optional.of(new PictureShape(dims.get(0), dims.get(2), dims.get(3), channels))
        : Optional.empty();
  }

  /** The dimensions as a runtime of the given layout gives them. */
  List<Integer> shape(TensorLayout layout) {
    return layout == TensorLayout.NHWC
        ? List.of(batch, height, width, channels)
        : List.of(batch, channels, height, width);
  }
}
