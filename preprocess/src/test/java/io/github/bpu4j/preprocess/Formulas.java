// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import java.nio.ByteBuffer;

/** The formulas behind the golden vectors' inputs: packed B, G, R pixels, or bytes of a frame. */
final class Formulas {
  private Formulas() {}

  /** Makes the picture that {@code name:WIDTHxHEIGHT:seed} stands for. */
  static ImageFrame picture(String spec) {
    String[] parts = spec.split("[:x]", -1);
    int width = Integer.parseInt(parts[1]);
    int height = Integer.parseInt(parts[2]);
    byte[] bgr = bgr(parts[0], width, height, Integer.parseInt(parts[3]));
    return ImageFrame.bgr(ByteBuffer.wrap(bgr), width, height, 3 * width);
  }

  /** Makes the bytes of an NV12 frame that {@code noise:WIDTHxHEIGHT:seed} stands for. */
  static byte[] nv12(String spec) {
    String[] parts = spec.split("[:x]", -1);
    int pixels = Integer.parseInt(parts[1]) * Integer.parseInt(parts[2]);
    return noise(pixels * 3 / 2, Integer.parseInt(parts[3]));
  }

  static byte[] bgr(String name, int width, int height, int seed) {
    if (name.equals("noise")) {
      return noise(width * height * 3, seed);
    }
    byte[] bgr = new byte[width * height * 3];
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < 3; c++) {
          bgr[at++] = (byte) value(name, width, height, seed, x, y, c);
        }
      }
    }
    return bgr;
  }

  private static int value(String name, int width, int height, int seed, int x, int y, int c) {
    return switch (name) {
      case "grey" -> seed;
      case "checker" -> ((x / seed + y / seed) & 1) * 255;
      case "gradient" ->
          c == 0
              ? x * 255 / Math.max(width - 1, 1)
              : c == 1 ? y * 255 / Math.max(height - 1, 1) : x + y;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Byte i is murmur3's fmix32(i + seed * 0x9E3779B9) and 255. */
  static byte[] noise(int count, int seed) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      int h = i + seed * 0x9E3779B9;
      h ^= h >>> 16;
      h *= 0x85ebca6b;
      h ^= h >>> 13;
      h *= 0xc2b2ae35;
      h ^= h >>> 16;
      bytes[i] = (byte) h;
    }
    return bytes;
  }
}
