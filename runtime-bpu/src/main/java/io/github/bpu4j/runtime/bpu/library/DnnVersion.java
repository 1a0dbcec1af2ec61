// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a library's version string says, for instance {@code 1.24.5_(3.15.55 HBRT)}.
 *
 * @param text the whole string
 * @param major first number, -1 when the string has none
 * @param minor second number
 * @param hbrt version of the layer below, which compiled models name too; empty when the string has
 *     none
 */
public record DnnVersion(String text, int major, int minor, Optional<String> hbrt) {
  /** Part of the stand-in's version string. */
  static final String STAND_IN = "bpu4j-stub";

  private static final int MAJOR = 1;
  private static final int OLDEST_MINOR = 18;
  private static final Pattern NUMBERS = Pattern.compile("^\\s*(\\d{1,4})\\.(\\d{1,4})");
  private static final Pattern HBRT = Pattern.compile("(\\d+\\.\\d+\\.\\d+)\\s+HBRT");

  static DnnVersion parse(String text) {
    Matcher numbers = NUMBERS.matcher(text);
    Matcher hbrt = HBRT.matcher(text);
    boolean found = numbers.find();
    return new DnnVersion(
        text,
        found ? Integer.parseInt(numbers.group(1)) : -1,
        found ? Integer.parseInt(numbers.group(2)) : -1,
        hbrt.find() ? Optional.of(hbrt.group(1)) : Optional.empty());
  }

  /** Whether its structures are laid out as this binding expects. */
  boolean isSupported() {
    return major == MAJOR && minor >= OLDEST_MINOR;
  }

  public boolean isStandIn() {
    return text.contains(STAND_IN);
  }

  /** Whether a model built for that HBRT version is newer than this library. */
  public boolean isOlderThan(String modelHbrt) {
    return hbrt.map(own -> compare(own, modelHbrt) < 0).orElse(false);
  }

  private static int compare(String left, String right) {
    return Arrays.compare(numbers(left), numbers(right));
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\D+"))
        .filter(part -> !part.isEmpty() && part.length() < 10)
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
