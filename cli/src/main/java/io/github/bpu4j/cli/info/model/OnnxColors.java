// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.info.model;

import io.github.bpu4j.api.spi.ColorInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How an .onnx reads colors according to its custom properties. */
final class OnnxColors {
  private OnnxColors() {}

  /** Empty if the properties do not say it, or say it in a way that the runtime refuses. */
  static Optional<ColorInput> of(Map<String, String> properties) {
    String order = properties.getOrDefault("bpu4j.input", "").strip().toUpperCase(Locale.ROOT);
    try {
      return order.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new ColorInput(
                  ColorInput.Order.valueOf(order),
                  numbers(properties.getOrDefault("bpu4j.mean", "0")),
                  numbers(properties.getOrDefault("bpu4j.scale", "1")),
                  Optional.empty(),
                  Optional.empty()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<Float> numbers(String text) {
    List<Float> numbers =
        Stream.of(text.split(",", -1)).map(String::strip).map(Float::valueOf).toList();
    return numbers.size() == 1 ? List.of(numbers.get(0), numbers.get(0), numbers.get(0)) : numbers;
  }
}
