// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.nv12;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The size of the frame in a raw file.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pitch bytes from one row to the next; 0 if it was not given
 */
record RawSize(int width, int height, int pitch) {
  /** Parses {@code WxH} or {@code WxH:PITCH}. */
  static final class Converter implements ITypeConverter<RawSize> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})(?::(\\d{1,6}))?");

    @Override
    public RawSize convert(String text) {
      Matcher parts = FORM.matcher(text.strip());
      if (!parts.matches()) {
        throw new TypeConversionException(
            "'"
                + text
                + "' is not a size; use the form 1920x1080, or 1920x1080:2048 for padded rows");
      }
      String pitch = parts.group(3);
      return new RawSize(
          Integer.parseInt(parts.group(1)),
          Integer.parseInt(parts.group(2)),
          pitch == null ? 0 : Integer.parseInt(pitch));
    }
  }
}
