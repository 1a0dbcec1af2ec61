// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The supported formats, identified by their first bytes and never by the file's name. */
public enum ImageFormat {
  JPEG("FFD8FF"),
  PNG("89504E470D0A1A0A"),
  BMP("424D"),
  GIF("47494638"),
  TIFF_LITTLE_ENDIAN("49492A00"),
  TIFF_BIG_ENDIAN("4D4D002A"),
  WEBP("52494646") {
    @Override
    boolean matches(byte[] bytes) {
      return super.matches(bytes)
          && bytes.length >= 12
          && Arrays.equals(bytes, 8, 12, new byte[] {'W', 'E', 'B', 'P'}, 0, 4);
    }
  },
  PNM("50") {
    @Override
    boolean matches(byte[] bytes) {
      return super.matches(bytes)
          && bytes.length >= 3
          && bytes[1] >= '1'
          && bytes[1] <= '6'
          && (Character.isWhitespace(bytes[2]) || bytes[2] == '#');
    }
  };

  private static final int SHOWN_BYTES = 8;

  private final String magic;

  ImageFormat(String magic) {
    this.magic = magic;
  }

  boolean matches(byte[] bytes) {
    int length = magic.length() / 2;
    return bytes.length >= length
        && HexFormat.of().withUpperCase().formatHex(bytes, 0, length).equals(magic);
  }

  /** Returns the format, or null when it is not supported. */
  static @Nullable ImageFormat of(byte[] bytes) {
    for (ImageFormat format : values()) {
      if (format.matches(bytes)) {
        return format;
      }
    }
    return null;
  }

  /** Returns the first bytes in hex, for messages. */
  static String beginning(byte[] bytes) {
    return HexFormat.ofDelimiter(" ")
        .withUpperCase()
        .formatHex(bytes, 0, Math.min(bytes.length, SHOWN_BYTES));
  }
}
