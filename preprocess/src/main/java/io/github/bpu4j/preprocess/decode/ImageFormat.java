// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.limits.Allowance;
import io.github.bpu4j.preprocess.limits.Limit;
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
  TIFF("49492A00") {
    @Override
    boolean matches(byte[] bytes) {
      return super.matches(bytes) || MORE_TIFF.contains(hex(bytes, Math.min(4, bytes.length)));
    }
  },
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

  /** The other signatures of TIFF: big endian, and BigTIFF of either order. */
  private static final Set<String> MORE_TIFF = Set.of("4D4D002A", "49492B00", "4D4D002B");

  private final String magic;

  ImageFormat(String magic) {
    this.magic = magic;
  }

  /** What a file of this format may cost. */
  Allowance allowance(DecodeLimits limits) {
    return new Allowance(name(), breakable(), limits);
  }

  /** Limits that files of this format can exceed. */
  Set<Limit> breakable() {
    Set<Limit> breakable = EnumSet.of(Limit.BYTES, Limit.PIXELS, Limit.SIDE);
    switch (this) {
      case JPEG -> breakable.add(Limit.SCANS);
      case TIFF -> {
        breakable.add(Limit.MEMORY);
        breakable.add(Limit.PARTS);
        breakable.add(Limit.SCANS);
      }
      default -> {}
    }
    return breakable;
  }

  boolean matches(byte[] bytes) {
    int length = magic.length() / 2;
    return bytes.length >= length && hex(bytes, length).equals(magic);
  }

  private static String hex(byte[] bytes, int length) {
    return HexFormat.of().withUpperCase().formatHex(bytes, 0, length);
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
