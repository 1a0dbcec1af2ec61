// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.api.live.Smoothing;
import io.github.bpu4j.cli.options.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses {@code exponential:500ms}, {@code majority:2s} and {@code none}. */
final class SmoothingText implements ITypeConverter<Smoothing> {
  private static final Durations DURATIONS = new Durations();

  @Override
  public Smoothing convert(String text) {
    int colon = text.indexOf(':');
    String kind = colon < 0 ? text : text.substring(0, colon);
    String time = colon < 0 ? "" : text.substring(colon + 1);
    if (kind.equals("none") && colon < 0) {
      return Smoothing.none();
    }
    if (time.isEmpty() || !(kind.equals("exponential") || kind.equals("majority"))) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is not a smoothing; use a form like exponential:500ms (half-life), majority:2s"
              + " (window) or none");
    }
    Duration length = DURATIONS.convert(time);
    try {
      return kind.equals("majority") ? Smoothing.majority(length) : Smoothing.exponential(length);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + text + "': " + e.getMessage());
    }
  }
}
