// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import java.util.Locale;

/**
 * What a compiled model expects in an input's memory: a picture format or plain numbers.
 *
 * @since 0.1.0
 */
public enum InputType {
  /** Signed 8-bit numbers. */
  S8,
  /** Unsigned 8-bit numbers. */
  U8,
  /** Signed 32-bit numbers. */
  S32,
  /** Unsigned 32-bit numbers. */
  U32,
  /** 32-bit floats. */
  F32,
  /** Brightness, one byte per pixel. */
  GRAY(1),
  /** A plane of Y, then a half-height plane of U and V in turn: 12 bits per pixel. */
  NV12(3),
  /** Y, U and V in full resolution. */
  YUV444(3),
  /** Blue, green, red, interleaved. */
  BGR(3),
  /** Red, green, blue, interleaved. */
  RGB(3),
  /** Blue, green, red, one plane each. */
  BGRP(3),
  /** Red, green, blue, one plane each. */
  RGBP(3),
  /** NV12 whose two planes lie in two memory blocks. */
  NV12_SEPARATE(3),
  /** Signed 64-bit numbers. */
  S64,
  /** Unsigned 64-bit numbers. */
  U64,
  /** 64-bit floats. */
  F64,
  /** Signed 16-bit numbers. */
  S16,
  /** Unsigned 16-bit numbers. */
  U16,
  /** 16-bit floats. */
  F16,
  /** Signed 4-bit numbers. */
  S4,
  /** Unsigned 4-bit numbers. */
  U4,
  /** A number or name that this version does not know. */
  UNKNOWN;

  private static final InputType[] ALL = values();

  private final int channels;

  InputType() {
    this(0);
  }

  InputType(int channels) {
    this.channels = channels;
  }

  /** Whether the input is a picture, so that it has a width and a height. */
  public boolean isImage() {
    return channels > 0;
  }

  /** Whether the picture is given as brightness and color difference, so has a range. */
  public boolean isYuv() {
    return this == NV12 || this == NV12_SEPARATE || this == YUV444;
  }

  /** The color channels that the model sees: 3 or 1 for a picture, otherwise 0. */
  public int channels() {
    return channels;
  }

  /** The file numbers the types from 1 in the order of the constants. */
  static InputType ofNumber(long number) {
    return number >= 1 && number < ALL.length ? ALL[(int) number - 1] : UNKNOWN;
  }

  /** The type of a name in the build settings, such as {@code nv12}. */
  static InputType ofName(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    for (InputType type : ALL) {
      if (type.name().equals(wanted)) {
        return type;
      }
    }
    return UNKNOWN;
  }
}
