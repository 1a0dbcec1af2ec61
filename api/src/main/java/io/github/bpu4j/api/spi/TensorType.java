// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

/** The element types of tensors that a classifier meets; sizes are of one element. */
public enum TensorType {
  /** Luma only, 8 bits a pixel. */
  GRAY(1),
  /** 12 bits a pixel: a plane of Y, then interleaved U and V at half size. */
  NV12(0),
  /** NV12 in two separate memory blocks. */
  NV12_SEPARATE(0),
  /** 24 bits a pixel: Y, U, V. */
  YUV444(1),
  /** 24 bits a pixel: R, G, B. */
  RGB(1),
  /** 24 bits a pixel: B, G, R. */
  BGR(1),
  /** Signed 4-bit integers. */
  S4(0),
  /** Unsigned 4-bit integers. */
  U4(0),
  /** Signed 8-bit integers. */
  S8(1),
  /** Unsigned 8-bit integers. */
  U8(1),
  /** IEEE 754 half precision. */
  F16(2),
  /** Signed 16-bit integers. */
  S16(2),
  /** Unsigned 16-bit integers. */
  U16(2),
  /** IEEE 754 single precision. */
  F32(4),
  /** Signed 32-bit integers. */
  S32(4),
  /** Unsigned 32-bit integers. */
  U32(4),
  /** IEEE 754 double precision. */
  F64(8),
  /** Signed 64-bit integers. */
  S64(8),
  /** Unsigned 64-bit integers. */
  U64(8);

  private final int bytes;

  TensorType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one element; 0 where an element is no whole number of bytes. */
  public int bytes() {
    return bytes;
  }
}
