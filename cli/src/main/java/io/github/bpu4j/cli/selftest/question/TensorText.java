// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.selftest.question;

import io.github.bpu4j.api.spi.Quantization;
import io.github.bpu4j.api.spi.TensorInfo;
import java.util.List;
import java.util.stream.Collectors;

/** One line about a tensor in the words of the vendor's {@code model_info}. */
final class TensorText {
  private TensorText() {}

  static String of(TensorInfo tensor) {
    return "%s: type %s, layout %s, valid %s, aligned %s, stride %s, %d bytes, quanti %s"
        .formatted(
            tensor.name(),
            tensor.type(),
            tensor.layout(),
            shape(tensor.validShape()),
            shape(tensor.alignedShape()),
            shape(tensor.strides()),
            tensor.byteSize(),
            quantization(tensor.quantization()));
  }

  static String shape(List<Integer> sizes) {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining("x", "(", ")"));
  }

  private static String quantization(Quantization quantization) {
    return switch (quantization.kind()) {
      case NONE -> "NONE";
      case SHIFT ->
          "SHIFT of %d, axis %d".formatted(quantization.shifts().size(), quantization.axis());
      case SCALE ->
          "SCALE of %d, zero points %d, axis %d"
              .formatted(
                  quantization.scales().size(),
                  quantization.zeroPoints().size(),
                  quantization.axis());
    };
  }
}
