// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/** Damages files in ways that depend on nothing but a seed. */
public final class Mutations {
  private static final int MOST_CHANGES = 8;
  private static final byte[] EDGES = {0, 1, 0x7F, (byte) 0x80, (byte) 0xFE, (byte) 0xFF};
  private static final int HEADER = 64;

  private Mutations() {}

  /** Makes a damaged copy. */
  public static byte[] of(byte[] file, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = file.clone();
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < changes && bytes.length > 4; i++) {
      bytes = change(bytes, random);
    }
    boolean isPng = bytes.length > 8 && bytes[0] == (byte) 0x89;
    if (isPng && random.nextBoolean()) {
      repairChecksums(ByteBuffer.wrap(bytes));
    }
    return bytes;
  }

  private static byte[] change(byte[] bytes, SplittableRandom random) {
    int at = random.nextInt(random.nextBoolean() ? Math.min(HEADER, bytes.length) : bytes.length);
    switch (random.nextInt(8)) {
      case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2, 3 -> bytes[at] = EDGES[random.nextInt(EDGES.length)];
      case 4 -> bytes[at] = (byte) random.nextInt();
      case 5 -> fillWithNoise(bytes, at, random);
      case 6 -> {
        return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at + 1) : cut(bytes, at, random);
      }
      default -> {
        return repeat(bytes, at, random);
      }
    }
    return bytes;
  }

  private static void fillWithNoise(byte[] bytes, int at, SplittableRandom random) {
    int end = Math.min(bytes.length, at + 1 + random.nextInt(16));
    for (int i = at; i < end; i++) {
      bytes[i] = (byte) random.nextInt();
    }
  }

  private static byte[] cut(byte[] bytes, int at, SplittableRandom random) {
    int n = Math.min(bytes.length - at, 1 + random.nextInt(32));
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - n);
    System.arraycopy(bytes, at + n, shorter, at, shorter.length - at);
    return shorter;
  }

  private static byte[] repeat(byte[] bytes, int at, SplittableRandom random) {
    int n = Math.min(bytes.length - at, 1 + random.nextInt(32));
    byte[] longer = Arrays.copyOf(bytes, bytes.length + n);
    System.arraycopy(bytes, at, longer, at + n, bytes.length - at);
    return longer;
  }

  /** Lets damage behind PNG's checksums reach the decoder. */
  private static void repairChecksums(ByteBuffer png) {
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
