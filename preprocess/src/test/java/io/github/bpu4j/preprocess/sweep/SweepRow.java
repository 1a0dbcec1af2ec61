// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.sweep;

import io.github.bpu4j.preprocess.ChromaSiting;
import io.github.bpu4j.preprocess.Fit;
import io.github.bpu4j.preprocess.Interpolation;
import io.github.bpu4j.preprocess.Preprocessing;
import io.github.bpu4j.preprocess.YuvRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What OpenCV made of one file of the sweep; every hash is the first 16 digits of a SHA-256.
 *
 * @param name of the file, without the extension
 * @param file the hash of its bytes
 * @param size upright, "WIDTHxHEIGHT", or "refused"
 * @param pixels the hash of the decoded B, G, R
 * @param linear the hash of its NV12 of 224x224
 * @param mode another way to NV12
 * @param other the hash of the NV12 in that mode
 */
record SweepRow(
    String name,
    String file,
    String size,
    String pixels,
    String linear,
    String mode,
    String other) {
  private static final Path TABLE =
      Path.of(System.getProperty("bpu4j.golden", "src/test/resources/golden"), "sweep.tsv");
  private static final Pattern SIZE = Pattern.compile("(\\d+)x(\\d+)$");

  /** The rows by name. */
  static Map<String, SweepRow> all() throws IOException {
    return Files.readAllLines(TABLE).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(c -> new SweepRow(c[1], c[2], c[3], c[4], c[5], c[6], c[7]))
        .collect(Collectors.toMap(SweepRow::name, Function.identity()));
  }

  boolean isRefused() {
    return size.equals("refused");
  }

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

  /** What the mode's name stands for. */
  Preprocessing settings() {
    Preprocessing settings = Preprocessing.vendorSample();
    return switch (SIZE.matcher(mode).replaceFirst("")) {
      case "nearest", "nearest-" -> settings.withInterpolation(Interpolation.NEAREST);
      case "area", "area-" -> settings.withInterpolation(Interpolation.AREA);
      case "letterbox" -> settings.withFit(Fit.LETTERBOX);
      case "crop" -> settings.withFit(Fit.CENTER_CROP);
      case "crop-antialias" ->
          settings.withFit(Fit.CENTER_CROP).withInterpolation(Interpolation.ANTIALIAS);
      case "linear-full-average" ->
          settings.withRange(YuvRange.FULL).withChroma(ChromaSiting.AVERAGE);
      case "linear-" -> settings;
      default -> throw new IllegalArgumentException(mode);
    };
  }

  static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
