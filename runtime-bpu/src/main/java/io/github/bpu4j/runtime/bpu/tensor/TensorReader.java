// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.tensor;

import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.api.spi.TensorInfo;
import io.github.bpu4j.api.spi.TensorLayout;
import io.github.bpu4j.runtime.bpu.dnn.Dnn;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNQuantiScale;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNQuantiShift;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNTensorProperties;
import io.github.bpu4j.runtime.bpu.dnn.hbDNNTensorShape;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;

/**
 * Copies tensor properties into Java, once {@link LayoutProbe} has found them sound.
 *
 * <p>Memory: scales, shifts and zero points lie in the library until its model is released; they
 * are read here once and never again.
 */
final class TensorReader {
  /** More entries than any channel axis has; a larger count is a damaged structure. */
  private static final int MAX_TABLE = 1 << 20;

  private TensorReader() {}

  static TensorInfo read(String name, hbDNNTensorProperties properties) {
    int dimensions = properties.validShape().numDimensions();
    return new TensorInfo(
        name,
        DataType.of(properties.tensorType()).orElseThrow(),
        layout(properties.tensorLayout()),
        shape(properties.validShape()),
        shape(properties.alignedShape()),
        ints(dimensions, properties::stride),
        properties.alignedByteSize(),
        quantization(properties));
  }

  private static TensorLayout layout(int layout) {
    return switch (layout) {
      case Dnn.HB_DNN_LAYOUT_NHWC -> TensorLayout.NHWC;
      case Dnn.HB_DNN_LAYOUT_NCHW -> TensorLayout.NCHW;
      default -> TensorLayout.NONE;
    };
  }

  private static List<Integer> shape(hbDNNTensorShape shape) {
    return ints(shape.numDimensions(), shape::dimensionSize);
  }

  private static Quantization quantization(hbDNNTensorProperties properties) {
    int axis = properties.quantizeAxis();
    return switch (properties.quantiType()) {
      case Dnn.HB_DNN_QUANTI_SHIFT ->
          new Quantization(
              Quantization.Kind.SHIFT, shifts(properties.shift()), List.of(), List.of(), axis);
      case Dnn.HB_DNN_QUANTI_SCALE ->
          new Quantization(
              Quantization.Kind.SCALE,
              List.of(),
              scales(properties.scale()),
              zeroPoints(properties.scale()),
              axis);
      default -> Quantization.none();
    };
  }

  private static List<Integer> shifts(hbDNNQuantiShift shift) {
    return table(shift.shiftLen(), shift.shiftData(), i -> shift.shiftData().get(i) & 0xff);
  }

  private static List<Float> scales(hbDNNQuantiScale scale) {
    return table(scale.scaleLen(), scale.scaleData(), i -> scale.scaleData().get(i));
  }

  private static List<Integer> zeroPoints(hbDNNQuantiScale scale) {
    return table(
        scale.zeroPointLen(), scale.zeroPointData(), i -> (int) scale.zeroPointData().get(i));
  }

  private static <T> List<T> table(int length, Pointer data, IntFunction<T> element) {
    if (data == null || data.isNull() || length <= 0 || length > MAX_TABLE) {
      return List.of();
    }
    return IntStream.range(0, length).mapToObj(element).toList();
  }

  private static List<Integer> ints(int count, IntUnaryOperator element) {
    return IntStream.range(0, count).map(element).boxed().toList();
  }
}
