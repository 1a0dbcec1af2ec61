// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The golden vectors of the test resources, or of the folder in the system property {@code
 * bpu4j.golden}, which has the same layout.
 */
final class GoldenVectors {
  private static final Path FOLDER =
      Path.of(System.getProperty("bpu4j.golden", "src/test/resources/golden"));
  private static final Pattern SIZE = Pattern.compile("@(\\d+)x(\\d+)");

  private GoldenVectors() {}

  /** One line: an input, what is made of it, and the hash of the result. */
  record Vector(String kind, String input, String mode, String sha256) {
    int width() {
      return side(1);
    }

    int height() {
      return side(2);
    }

    private int side(int group) {
      Matcher size = SIZE.matcher(mode);
      return size.find() ? Integer.parseInt(size.group(group)) : 224;
    }

    /** The settings that the mode's name stands for. */
    Preprocessing settings() {
      return Preprocessing.vendorSample()
          .withFit(
              mode.contains("letterbox127")
                  ? Fit.LETTERBOX
                  : mode.contains("crop224") ? Fit.CENTER_CROP : Fit.STRETCH)
          .withInterpolation(
              mode.contains("nearest")
                  ? Interpolation.NEAREST
                  : mode.contains("area")
                      ? Interpolation.AREA
                      : mode.contains("pil") ? Interpolation.ANTIALIAS : Interpolation.LINEAR)
          .withRange(
              (mode.contains(" full") && !mode.contains("->")) || mode.endsWith("->full")
                  ? YuvRange.FULL
                  : YuvRange.VIDEO)
          .withChroma(mode.contains("average") ? ChromaSiting.AVERAGE : ChromaSiting.TOP_LEFT);
    }

    /** The range of a camera frame, before a change. */
    YuvRange sourceRange() {
      return mode.contains(" full->") ? YuvRange.FULL : YuvRange.VIDEO;
    }

    @Override
    public String toString() {
      return input + " " + mode;
    }
  }

  static Stream<Vector> all(String kind) {
    return lines().stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .filter(cells -> cells[0].equals(kind))
        .map(cells -> new Vector(cells[0], cells[1], cells[2], cells[3]));
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(FOLDER.resolve("vectors.tsv"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(String name) {
    return FOLDER.resolve("img").resolve(name);
  }

  /** The bytes that OpenCV made, kept for the inputs whose decoders have a tolerance. */
  static byte[] output(String input, String mode) throws IOException {
    return Files.readAllBytes(
        FOLDER.resolve("out").resolve(input.replace('.', '_') + "." + mode + ".nv12"));
  }

  static byte[] convert(ImageFrame frame, Vector vector) {
    Nv12Buffer target = Nv12Buffer.allocate(vector.width(), vector.height());
    new Nv12Converter(vector.settings(), vector.width(), vector.height()).convert(frame, target);
    return bytes(target.bytes());
  }

  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.limit()];
    buffer.get(0, bytes);
    return bytes;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
