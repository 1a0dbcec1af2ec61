// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.pictures;

import io.github.bpu4j.preprocess.Mutations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/**
 * Damages a picture file where its structure is: numbers get values at which a decoder may go
 * wrong, parts are left out, repeated or exchanged; then the lengths and checksums around them are
 * made right again, so that the damage is reached.
 */
final class StructureMutation {
  private static final int[] EDGES = {
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    16,
    32,
    255,
    256,
    257,
    4095,
    4096,
    16_383,
    16_384,
    16_385,
    32_767,
    32_768,
    65_535,
    65_536,
    1 << 24,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    -1,
    -2
  };

  private StructureMutation() {}

  /** Makes a damaged copy that depends on nothing but the seed. */
  static byte[] of(byte[] file, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FileStructure structure = FileStructure.of(file);
    byte[] bytes = file.clone();
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      change(bytes, structure, random);
    }
    if (random.nextInt(3) == 0 && !structure.parts().isEmpty()) {
      bytes = rearrange(bytes, structure, random);
    }
    if (random.nextInt(4) == 0) {
      bytes = Mutations.of(bytes, random.nextLong());
    }
    if (random.nextInt(8) != 0) {
      repair(ByteBuffer.wrap(bytes));
    }
    return bytes;
  }

  private static void change(byte[] bytes, FileStructure structure, SplittableRandom random) {
    FileStructure.Field field = structure.fields().get(random.nextInt(structure.fields().size()));
    if (field.at() + field.bytes() > bytes.length) {
      return;
    }
    long old = read(bytes, field);
    long value =
        switch (random.nextInt(6)) {
          case 0 -> old + 1 + random.nextInt(3);
          case 1 -> old - 1 - random.nextInt(3);
          case 2 -> old ^ (1L << random.nextInt(8 * field.bytes()));
          case 3 -> random.nextInt(bytes.length);
          default -> EDGES[random.nextInt(EDGES.length)];
        };
    write(bytes, field, value);
  }

  private static long read(byte[] bytes, FileStructure.Field field) {
    long value = 0;
    for (int i = 0; i < field.bytes(); i++) {
      int at = field.order() == ByteOrder.BIG_ENDIAN ? i : field.bytes() - 1 - i;
      value = (value << 8) | (bytes[field.at() + at] & 0xFF);
    }
    return value;
  }

  private static void write(byte[] bytes, FileStructure.Field field, long value) {
    for (int i = 0; i < field.bytes(); i++) {
      int at = field.order() == ByteOrder.BIG_ENDIAN ? field.bytes() - 1 - i : i;
      bytes[field.at() + at] = (byte) (value >> (8 * i));
    }
  }

  private static byte[] rearrange(byte[] bytes, FileStructure structure, SplittableRandom random) {
    FileStructure.Part part = structure.parts().get(random.nextInt(structure.parts().size()));
    FileStructure.Part other = structure.parts().get(random.nextInt(structure.parts().size()));
    byte[] moved = Arrays.copyOfRange(bytes, part.from(), part.to());
    return switch (random.nextInt(3)) {
      case 0 -> spliced(bytes, part.from(), part.to(), new byte[0]);
      case 1 -> spliced(bytes, other.from(), other.from(), moved);
      default -> spliced(bytes, other.from(), other.to(), moved);
    };
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] between) {
    byte[] result = Arrays.copyOf(bytes, bytes.length - (to - from) + between.length);
    System.arraycopy(between, 0, result, from, between.length);
    System.arraycopy(bytes, to, result, from + between.length, bytes.length - to);
    return result;
  }

  private static void repair(ByteBuffer file) {
    if (file.limit() > 12 && file.get(0) == 'R') {
      file.order(ByteOrder.LITTLE_ENDIAN).putInt(4, file.limit() - 8);
    } else if (file.limit() > 12 && file.get(1) == 'P' && file.get(2) == 'N') {
      checksums(file);
    }
  }

  private static void checksums(ByteBuffer png) {
    int at = 8;
    while (at + 12 <= png.limit()) {
      int length = png.getInt(at);
      if (length < 0 || length > png.limit() - at - 12) {
        return;
      }
      CRC32 crc = new CRC32();
      crc.update(png.slice(at + 4, length + 4));
      png.putInt(at + 8 + length, (int) crc.getValue());
      at += 12 + length;
    }
  }
}
