// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.limits.Allowance;
import io.github.bpu4j.preprocess.limits.Limit;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The supported formats, identified by their first bytes and never by the file's name. */
public enum ImageFormat {
  JPEG("FFD8FF"),
  PNG("89504E470D0A1A0A"),
  BMP("424D"),
  GIF("47494638"),
  /** Of either byte order, and BigTIFF. */
  TIFF("49492A00", "4D4D002A", "49492B00", "4D4D002B"),
  WEBP("52494646") {
    @Override
    boolean matches(byte[] bytes, int length) {
      return super.matches(bytes, length)
          && length >= 12
          && Arrays.equals(bytes, 8, 12, new byte[] {'W', 'E', 'B', 'P'}, 0, 4);
    }
  },
  PNM("50") {
    @Override
    boolean matches(byte[] bytes, int length) {
      return super.matches(bytes, length)
          && length >= 3
          && bytes[1] >= '1'
          && bytes[1] <= '6'
          && (Character.isWhitespace(bytes[2]) || bytes[2] == '#');
    }
  };

  private static final int SHOWN_BYTES = 8;

  /** What files begin with, a character for each byte; one after the other if there are several. */
  private final String beginnings;

  /** Bytes of each of them. */
  private final int size;

  ImageFormat(String... hex) {
    byte[] all = HexFormat.of().parseHex(String.join("", hex));
    beginnings = new String(all, StandardCharsets.ISO_8859_1);
    size = all.length / hex.length;
  }

  /** What a file of this format may cost. */
  Allowance allowance(DecodeLimits limits) {
    return new Allowance(name(), breakable(), limits);
  }

  /** Limits that files of this format can exceed. */
  Set<Limit> breakable() {
    Set<Limit> breakable = EnumSet.of(Limit.BYTES, Limit.PIXELS, Limit.SIDE);
    switch (this) {
      case JPEG -> {
        breakable.add(Limit.MEMORY);
        breakable.add(Limit.SCANS);
      }
      case TIFF -> {
        breakable.add(Limit.MEMORY);
        breakable.add(Limit.PARTS);
        breakable.add(Limit.SCANS);
      }
      case WEBP -> breakable.add(Limit.MEMORY);
      default -> {}
    }
    return breakable;
  }

  boolean matches(byte[] bytes, int length) {
    if (length >= size) {
      for (int from = 0; from < beginnings.length(); from += size) {
        if (begins(bytes, from)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean begins(byte[] bytes, int from) {
    int at = 0;
    while (at < size && (bytes[at] & 0xFF) == beginnings.charAt(from + at)) {
      at++;
    }
    return at == size;
  }

  /** Returns the format, or null when it is not supported. */
  static @Nullable ImageFormat of(byte[] bytes, int length) {
    for (ImageFormat format : values()) {
      if (format.matches(bytes, length)) {
        return format;
      }
    }
    return null;
  }

  /** Returns the first bytes in hex, for messages. */
  static String beginning(byte[] bytes, int length) {
    return HexFormat.ofDelimiter(" ")
        .withUpperCase()
        .formatHex(bytes, 0, Math.min(length, SHOWN_BYTES));
  }
}
