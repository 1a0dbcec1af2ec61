// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import io.github.bpu4j.api.error.IncompatibleModelException;
import io.github.bpu4j.api.spi.ColorInput;
import io.github.bpu4j.preprocess.YuvRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The custom properties of a file.
 *
 * @param location the file, for messages
 * @param properties by key
 */
record ModelProperties(String location, Map<String, String> properties) {
  private static final String RANGE = "bpu4j.range";
  private static final String PROBABILITIES = "bpu4j.probabilities";
  private static final String INPUT = "bpu4j.input";
  private static final String MEAN = "bpu4j.mean";
  private static final String SCALE = "bpu4j.scale";

  YuvRange range() {
    return switch (get(RANGE)) {
      case "full" -> YuvRange.FULL;
      case "video" -> YuvRange.VIDEO;
      case "" -> YuvRange.AUTO;
      default -> throw bad(RANGE, "FULL or VIDEO");
    };
  }

  Optional<Boolean> probabilities() {
    return switch (get(PROBABILITIES)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      case "" -> Optional.empty();
      default -> throw bad(PROBABILITIES, "true or false");
    };
  }

  Optional<ColorInput> input() {
    return switch (get(INPUT)) {
      case "rgb" -> Optional.of(normalized(ColorInput.rgb()));
      case "bgr" -> Optional.of(normalized(ColorInput.bgr()));
      case "" -> Optional.empty();
      default -> throw bad(INPUT, "rgb or bgr");
    };
  }

  private ColorInput normalized(ColorInput plain) {
    List<Float> mean = numbers(MEAN, plain.mean());
    List<Float> scale = numbers(SCALE, plain.scale());
    try {
      return new ColorInput(plain.order(), mean, scale, plain.layout(), plain.size());
    } catch (IllegalArgumentException e) {
      throw new IncompatibleModelException(location + ": custom properties: " + e.getMessage(), e);
    }
  }

  private List<Float> numbers(String key, List<Float> otherwise) {
    String text = get(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    List<Float> numbers = new ArrayList<>();
    try {
      for (String part : text.split(",", -1)) {
        numbers.add(Float.valueOf(part.strip()));
      }
    } catch (NumberFormatException e) {
      throw bad(key, "one number or three, with commas");
    }
    if (numbers.size() != 1 && numbers.size() != 3) {
      throw bad(key, "one number or three, with commas");
    }
    Float first = numbers.get(0);
    return numbers.size() == 1 ? List.of(first, first, first) : numbers;
  }

  private String get(String key) {
    return properties.getOrDefault(key, "").strip().toLowerCase(Locale.ROOT);
  }

  private IncompatibleModelException bad(String key, String expected) {
    return new IncompatibleModelException(
        location + ": custom property " + key + " is '" + get(key) + "', expected " + expected);
  }
}
