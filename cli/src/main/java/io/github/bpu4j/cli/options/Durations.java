// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses durations such as {@code 500ms}, {@code 2s} or {@code 1.5m}; a bare number means seconds.
 */
public final class Durations implements ITypeConverter<Duration> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(ms|s|m|h)?");

  @Override
  public Duration convert(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a duration; use a form like 500ms, 10s or 2m");
    }
    String unit = parts.group(2) == null ? "s" : parts.group(2);
    long unitNanos =
        switch (unit) {
          case "ms" -> 1_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          default -> 1_000_000_000L;
        };
    long nanos = new BigDecimal(parts.group(1)).multiply(BigDecimal.valueOf(unitNanos)).longValue();
    if (nanos <= 0) {
      throw new TypeConversionException("'" + text + "' is not greater than zero");
    }
    return Duration.ofNanos(nanos);
  }
}
