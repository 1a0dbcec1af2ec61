// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator;

import io.github.bpu4j.runtime.simulator.graph.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** The inputs of {@code golden.json}, made by formulas. */
final class TestPattern {
  private TestPattern() {}

  /** The bytes of one pattern. */
  static byte[] bytes(String pattern, int width, int count) {
    IntUnaryOperator formula =
        switch (pattern) {
          case "pattern" -> i -> i * 31 + i / width * 17 + i * i / 64;
          case "pattern2" -> i -> i * 7 + i / width * 59 + i * i / 96 + 5;
          case "zero" -> i -> 0;
          case "full" -> i -> 255;
          default -> throw new IllegalArgumentException(pattern);
        };
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) formula.applyAsInt(i);
    }
    return bytes;
  }

  /** A model's inputs by name, from their description in the file. */
  static Map<String, Numbers> inputs(String model, String description, int width, int height) {
    int pixels = width * height;
    if (model.equals("feat")) {
      float[] values = new float[8 * pixels];
      for (int i = 0; i < values.length; i++) {
        values[i] = (i * 37 % 201 - 100) / 25f;
      }
      return Map.of("x", Numbers.floats(values));
    }
    int size = model.equals("gray") ? pixels : model.equals("rgb") ? 3 * pixels : 3 * pixels / 2;
    List<byte[]> pictures = new ArrayList<>();
    for (String name : Arrays.asList(description.replaceFirst(" of .*", "").split(", ", -1))) {
      pictures.add(bytes(name, width, size));
    }
    return model.equals("twopic")
        ? Map.of(
            "x", Numbers.pictures(pictures.subList(0, 1)),
            "y", Numbers.pictures(pictures.subList(1, 2)))
        : Map.of("x", Numbers.pictures(pictures));
  }
}
