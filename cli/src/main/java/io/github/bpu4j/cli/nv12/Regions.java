// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.nv12;

import io.github.bpu4j.preprocess.Region;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses {@code x,y,w,h}. */
final class Regions implements ITypeConverter<Region> {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,6}),(\\d{1,6}),(\\d{1,6}),(\\d{1,6})");

  @Override
  public Region convert(String text) {
    Matcher numbers = FORM.matcher(text.strip());
    if (!numbers.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a region; use the form x,y,width,height, such as 100,50,640,480");
    }
    try {
      return new Region(
          Integer.parseInt(numbers.group(1)),
          Integer.parseInt(numbers.group(2)),
          Integer.parseInt(numbers.group(3)),
          Integer.parseInt(numbers.group(4)));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + text + "': " + e.getMessage());
    }
  }
}
