// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.watch;

import io.github.bpu4j.preprocess.YuvRange;
import io.github.bpu4j.video.RawLayout;
import io.github.bpu4j.video.RawLayout.Format;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The value of {@code --raw}: how the frames on a pipe are laid out.
 *
 * @param format order of the samples
 * @param width in pixels
 * @param height in pixels
 * @param rowStride bytes from row to row; empty without padding
 */
record RawText(Format format, int width, int height, Optional<Integer> rowStride) {
  /** The layout; the range is not part of the text. */
  RawLayout layout(YuvRange range) {
    return rowStride
        .map(stride -> new RawLayout(format, width, height, stride, range))
        .orElseGet(() -> RawLayout.of(format, width, height, range));
  }

  /** Parses {@code nv12:1280x720} and {@code yuyv:640x480:1536}. */
  static final class Converter implements ITypeConverter<RawText> {
    private static final Pattern FORM =
        Pattern.compile("(nv12|i420|yuyv):(\\d{1,5})x(\\d{1,5})(?::(\\d{1,6}))?");

    @Override
    public RawText convert(String text) {
      Matcher parts = FORM.matcher(text.toLowerCase(Locale.ROOT));
      if (!parts.matches()) {
        throw new TypeConversionException(
            "'"
                + text
                + "' is not a raw format; use FORMAT:WxH or FORMAT:WxH:STRIDE with nv12, i420 or"
                + " yuyv, such as nv12:1280x720");
      }
      RawText raw =
          new RawText(
              Format.valueOf(parts.group(1).toUpperCase(Locale.ROOT)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)),
              Optional.ofNullable(parts.group(4)).map(Integer::valueOf));
      try {
        raw.layout(YuvRange.VIDEO);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + text + "': " + e.getMessage());
      }
      return raw;
    }
  }
}
