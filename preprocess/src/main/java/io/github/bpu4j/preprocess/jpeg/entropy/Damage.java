// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;

/** The exceptions that say what is wrong in a file, all beginning alike. */
final class Damage {
  private Damage() {}

  static ImageDecodeException of(String what) {
    return new ImageDecodeException("damaged JPEG: " + what);
  }

  /** A scan whose bytes end before its last block. */
  static ImageDecodeException cutScan() {
    return of("the compressed data end before the last block; fetch the file again");
  }

  /** Bits that begin no code of the table, or one for a value that is too large. */
  static ImageDecodeException noSuchCode() {
    return of("the compressed data hold an unknown code");
  }

  /** A block with more than 64 coefficients, or with bits that begin no code of its table. */
  static ImageDecodeException noSuchBlock() {
    return of("the compressed data hold a block of more than 64 coefficients or an unknown code");
  }
}
