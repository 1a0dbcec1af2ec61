// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import io.github.bpu4j.testsupport.WireTree;
import java.util.Arrays;
import java.util.Random;

/** Damages bytes in the ways that break readers: lengths, tags, cuts, repetitions. */
final class Mutation {
  private static final byte[] TELLING = {0, 1, 2, 8, 0x0a, 0x2a, 0x7f, (byte) 0x80, (byte) 0xff};

  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  byte[] of(byte[] original) {
    byte[] bytes = original.clone();
    int rounds = 1 + random.nextInt(4);
    for (int i = 0; i < rounds && bytes.length > 0; i++) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    int at = place(bytes);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(10) == 0 ? 999 : 9));
    switch (random.nextInt(8)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = TELLING[random.nextInt(TELLING.length)];
      case 2 -> bytes[at] += (byte) (random.nextBoolean() ? 1 : -1);
      case 3 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 4 -> {
        return spliced(bytes, at, length, new byte[0]);
      }
      case 5 -> {
        return spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      }
      case 6 -> {
        return spliced(bytes, at, 1, WireTree.packed(random.nextLong() >>> random.nextInt(64)));
      }
      default -> {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, bytes, at, length);
      }
    }
    return bytes;
  }

  /** Mostly near an end of the file, where its fields are; the middle is the BPU program. */
  private int place(byte[] bytes) {
    int near = Math.min(bytes.length, 1400);
    return switch (random.nextInt(5)) {
      case 0, 1 -> random.nextInt(near);
      case 2, 3 -> bytes.length - 1 - random.nextInt(near);
      default -> random.nextInt(bytes.length);
    };
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
    byte[] result = new byte[bytes.length - removed + added.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(added, 0, result, at, added.length);
    int rest = at + removed;
    System.arraycopy(bytes, rest, result, at + added.length, bytes.length - rest);
    return result;
  }
}
