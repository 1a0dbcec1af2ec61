// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import ai.onnxruntime.OnnxJavaType;
import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.Optional;

/**
 * Determines how a model takes its picture, and rejects unsupported inputs.
 *
 * @param location the file, for messages
 * @param stated how it reads RGB, from options or file
 * @param range of NV12, from the file
 */
record PictureTensorReader(String location, Optional<ColorInput> stated, YuvRange range) {
  private static final long MOST_PIXELS = 1L << 24;
  private static final int LONGEST_SIDE = 1 << 14;

  PictureTensor read(Node node) {
    Node input = node.forOnePicture();
    if (input.type() == OnnxJavaType.UINT8 && input.shape().size() == 3) {
      return nv12(input);
    }
    boolean bytes = input.type() == OnnxJavaType.UINT8;
    if ((!bytes && input.type() != OnnxJavaType.FLOAT) || input.shape().size() != 4) {
      throw refused(
          node,
          "NV12 as UINT8 [1, height * 3 / 2, width], or colors as FLOAT or UINT8 of"
              + " [1, 3, height, width] or [1, height, width, 3]");
    }
    ColorInput colors =
        stated.orElseThrow(
            () ->
                refused(
                    node,
                    "to be told how it reads colors: builder().colorInput, for instance"
                        + " ColorInput.imagenet(), or its metadata"));
    if (bytes && !colors.isPlain()) {
      throw refused(node, "no mean and scale, since it takes bytes; got " + colors);
    }
    return colors(input, colors);
  }

  private PictureTensor nv12(Node input) {
    long rows = input.dimension(1);
    long width = input.dimension(2);
    if (input.dimension(0) != 1 || rows % 3 != 0 || !fits(width, rows / 3 * 2)) {
      throw refused(
          input, "UINT8 [1, height * 3 / 2, width] with even sides up to 16384 and at most 16 MP");
    }
    return new PictureTensor(
        input, (int) width, (int) (rows / 3 * 2), TensorLayout.NONE, Optional.empty(), range);
  }

  private PictureTensor colors(Node input, ColorInput colors) {
    TensorLayout layout = colors.layout().orElseGet(() -> layout(input));
    boolean planes = layout == TensorLayout.NCHW;
    if (input.dimension(0) != 1 || input.dimension(planes ? 1 : 3) != 3) {
      throw refused(input, "one picture of 3 channels in layout " + layout);
    }
    int rowAxis = planes ? 2 : 1;
    long height = side(input, rowAxis, colors.size().map(ColorInput.Size::height), "height");
    long width = side(input, rowAxis + 1, colors.size().map(ColorInput.Size::width), "width");
    if (!fits(width, height)) {
      throw refused(
          input, "even sides from 2 to 16384 and at most 16 MP; got " + width + "x" + height);
    }
    Node fixed =
        planes ? input.withShape(1, 3, height, width) : input.withShape(1, height, width, 3);
    return new PictureTensor(
        fixed,
        (int) width,
        (int) height,
        layout,
        Optional.of(colors.withLayout(layout).withSize((int) width, (int) height)),
        YuvRange.FULL);
  }

  private TensorLayout layout(Node input) {
    boolean planes = input.dimension(1) == 3;
    boolean pixels = input.dimension(3) == 3;
    if (planes == pixels) {
      throw refused(input, "3 channels in second or last place, or ColorInput.withLayout");
    }
    return planes ? TensorLayout.NCHW : TensorLayout.NHWC;
  }

  private long side(Node input, int axis, Optional<Integer> given, String name) {
    long own = input.dimension(axis);
    if (own == -1) {
      return given.orElseThrow(
          () -> refused(input, "to be told the size: ColorInput.withSize(width, height)"));
    }
    if (given.isPresent() && given.get() != own) {
      throw refused(input, "ColorInput of " + name + " " + own + "; got " + given.get());
    }
    return own;
  }

  private static boolean fits(long width, long height) {
    return width > 0
        && height > 0
        && width % 2 == 0
        && height % 2 == 0
        && Math.max(width, height) <= LONGEST_SIDE
        && width * height <= MOST_PIXELS;
  }

  private IncompatibleModelException refused(Node input, String expected) {
    return new IncompatibleModelException(location + ": input " + input + "; expected " + expected);
  }
}
