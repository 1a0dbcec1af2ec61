// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

/**
 * The element types of input and output tensors; sizes are of one element.
 *
 * @since 0.1.0
 */
public enum TensorType {
  /** Luma only, 8 bits per pixel. */
  GRAY(1),
  /** A plane of Y, then interleaved U and V at half size: 12 bits per pixel. */
  NV12(0),
  /** NV12 in two separate memory blocks. */
  NV12_SEPARATE(0),
  /** Y, U, V: 24 bits per pixel. */
  YUV444(1),
  /** R, G, B: 24 bits per pixel. */
  RGB(1),
  /** B, G, R: 24 bits per pixel. */
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

  /** Bytes per element; 0 if that is not a whole number. */
  public int bytes() {
    return bytes;
  }
}
