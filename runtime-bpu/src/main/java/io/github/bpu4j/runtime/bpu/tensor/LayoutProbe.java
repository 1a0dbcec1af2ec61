// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.tensor;

import io.github.bpu4j.api.spi.TensorType;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Checks that a library fills tensor properties as this binding reads them.
 *
 * <p>Two families of libdnn share file and function names but not layouts. The first time, a getter
 * fills a buffer larger than the structure, pre-set to {@link #FILL}, and must write within the
 * structure only. The values must make sense every time.
 */
final class LayoutProbe {
  static final int ROOM = 512;
  static final byte FILL = (byte) 0xA5;
  static final int SIZE = 176;

  private static final int VALID_SHAPE = 0;
  private static final int ALIGNED_SHAPE = 36;
  private static final int LAYOUT = 72;
  private static final int TYPE = 76;
  private static final int QUANTI_TYPE = 128;
  private static final int BYTE_SIZE = 136;
  private static final int STRIDE = 140;
  private static final int MAX_DIMENSIONS = 8;

  private LayoutProbe() {}

  /**
   * Where a getter wrote past the structure; empty when it did not.
   *
   * @param room {@link #ROOM} bytes as a getter left them
   */
  static Optional<String> overrun(ByteBuffer room) {
    for (int i = SIZE; i < ROOM; i++) {
      if (room.get(i) != FILL) {
        return Optional.of("byte " + i + " was written, the structure ends at " + SIZE);
      }
    }
    return Optional.empty();
  }

  /**
   * Which value makes no sense; empty when all do.
   *
   * @param properties at least {@link #SIZE} bytes, little-endian
   */
  static Optional<String> objection(ByteBuffer properties) {
    return shapeObjection(properties, VALID_SHAPE, "valid")
        .or(() -> shapeObjection(properties, ALIGNED_SHAPE, "aligned"))
        .or(() -> enumObjection(properties))
        .or(() -> sizeObjection(properties));
  }

  /** Whether strides look like bytes per dimension; others deserve a warning only. */
  static boolean hasPlausibleStrides(ByteBuffer room) {
    int dimensions = room.getInt(VALID_SHAPE + 32);
    int before = room.getInt(STRIDE);
    boolean allZero = before == 0;
    boolean falling = before > 0;
    for (int i = 1; i < dimensions; i++) {
      int stride = room.getInt(STRIDE + 4 * i);
      allZero &= stride == 0;
      falling &= stride > 0 && stride <= before;
      before = stride;
    }
    return allZero || falling;
  }

  private static Optional<String> shapeObjection(ByteBuffer room, int offset, String name) {
    int dimensions = room.getInt(offset + 32);
    if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      return Optional.of("the " + name + " shape has " + dimensions + " dimensions, not 1 to 8");
    }
    for (int i = 0; i < dimensions; i++) {
      int side = room.getInt(offset + 4 * i);
      if (side < 1) {
        return Optional.of("dimension " + i + " of the " + name + " shape is " + side);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> enumObjection(ByteBuffer room) {
    int layout = room.getInt(LAYOUT);
    if (layout != 0 && layout != 2 && layout != 255) {
      return Optional.of("the layout is " + layout + ", expected 0, 2 or 255");
    }
    int type = room.getInt(TYPE);
    if (DataType.of(type).isEmpty()) {
      return Optional.of("the type is " + type + ", expected 0 to 18");
    }
    int quantization = room.getInt(QUANTI_TYPE);
    if (quantization < 0 || quantization > 2) {
      return Optional.of("the quantization is " + quantization + ", expected 0, 1 or 2");
    }
    return Optional.empty();
  }

  private static Optional<String> sizeObjection(ByteBuffer room) {
    int size = room.getInt(BYTE_SIZE);
    double elements = 1;
    for (int i = 0; i < room.getInt(VALID_SHAPE + 32); i++) {
      elements *= room.getInt(VALID_SHAPE + 4 * i);
    }
    double least = elements * elementSize(room);
    if (size < 1 || size < least) {
      return Optional.of(
          "it takes " + size + " bytes, its shape needs at least " + (long) Math.ceil(least));
    }
    return Optional.empty();
  }

  /** NV12 takes 12 bits per pixel for any number of channels in its shape. */
  private static double elementSize(ByteBuffer room) {
    TensorType type = DataType.of(room.getInt(TYPE)).orElseThrow();
    int channels = VALID_SHAPE + 4 * (room.getInt(LAYOUT) == 0 ? 3 : 1);
    return switch (type) {
      case NV12, NV12_SEPARATE -> 1.5 / Math.max(1, room.getInt(channels));
      case S4, U4 -> 0.5;
      default -> type.bytes();
    };
  }
}
