// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.options;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The size of an NV12 picture.
 *
 * @param width in pixels, even
 * @param height in pixels, even
 */
public record Size(int width, int height) {
  /** Parses {@code WxH}. */
  public static final class Converter implements ITypeConverter<Size> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})");

    @Override
    public Size convert(String text) {
      Matcher sides = FORM.matcher(text.strip());
      if (!sides.matches()) {
        throw new TypeConversionException("'" + text + "' is not a size; use the form 224x224");
      }
      int width = Integer.parseInt(sides.group(1));
      int height = Integer.parseInt(sides.group(2));
      if (width == 0 || height == 0 || (width & 1) != 0 || (height & 1) != 0) {
        throw new TypeConversionException(
            "'" + text + "': NV12 needs an even width and height of 2 or more");
      }
      return new Size(width, height);
    }
  }
}
