// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import io.github.bpu4j.preprocess.Nv12Buffer;
import io.github.bpu4j.stubs.StubScores;
import java.util.SplittableRandom;

/** Numbered pictures and the scores that a checksum model must give for them. */
final class Checksums {
  private Checksums() {}

  /** Rows of Y, then rows of UV, without padding. */
  static byte[] picture(int width, int height, int number) {
    byte[] bytes = new byte[width * height / 2 * 3];
    new SplittableRandom(number).nextBytes(bytes);
    return bytes;
  }

  static void write(byte[] picture, Nv12Buffer target) {
    for (int row = 0; row < target.height() / 2 * 3; row++) {
      target.bytes().put(row * target.rowPitch(), picture, row * target.width(), target.width());
    }
  }

  static float[] scores(byte[] picture, int classes) {
    return StubScores.scores(StubScores.join(StubScores.checksum(picture)), 0, classes);
  }
}
