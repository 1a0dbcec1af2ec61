// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

/**
 * The number format of one tensor element.
 *
 * @since 0.1.0
 */
public enum ElementType {
  /** IEEE 754, 32 bits. */
  FLOAT32(4),
  /** Unsigned, 8 bits. */
  UINT8(1),
  /** Signed, 8 bits. */
  INT8(1),
  /** Unsigned, 16 bits. */
  UINT16(2),
  /** Signed, 16 bits. */
  INT16(2),
  /** Signed, 32 bits. */
  INT32(4),
  /** Signed, 64 bits. */
  INT64(8),
  /** Text. */
  STRING(0),
  /** IEEE 754, 16 bits. */
  FLOAT16(2),
  /** IEEE 754, 64 bits. */
  FLOAT64(8),
  /** Unsigned, 32 bits. */
  UINT32(4),
  /** Unsigned, 64 bits. */
  UINT64(8),
  /** The upper half of a 32-bit float. */
  BFLOAT16(2),
  /** One byte, 0 or 1. */
  BOOL(1),
  /** A number that this version does not know. */
  UNKNOWN(0);

  private static final ElementType[] COMPILED = {
    UNKNOWN, FLOAT32, UINT8, INT8, UINT16, INT16, INT32, INT64, STRING, FLOAT16, FLOAT64, UINT32,
    UINT64, BFLOAT16, BOOL
  };
  private static final ElementType[] ONNX = {
    UNKNOWN, FLOAT32, UINT8, INT8, UINT16, INT16, INT32, INT64, STRING, BOOL, FLOAT16, FLOAT64,
    UINT32, UINT64, UNKNOWN, UNKNOWN, BFLOAT16
  };

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /** The size of one element in bytes; 0 where it has no fixed size. */
  public int bytes() {
    return bytes;
  }

  static ElementType ofCompiled(long number) {
    return at(COMPILED, number);
  }

  static ElementType ofOnnx(long number) {
    return at(ONNX, number);
  }

  private static ElementType at(ElementType[] types, long number) {
    return number >= 0 && number < types.length ? types[(int) number] : UNKNOWN;
  }
}
