// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.jpeg.entropy;

import io.github.bpu4j.preprocess.ImageDecodeException;

/** Exceptions that name the damage in a file, in one form. */
final class Damage {
  private Damage() {}

  static ImageDecodeException of(String what) {
    return new ImageDecodeException("damaged JPEG: " + what);
  }

  /** Reports a scan whose bytes end before its last block. */
  static ImageDecodeException cutScan() {
    return of("the compressed data end before the last block; fetch the file again");
  }

  /** Reports bits that are not a code of the table, or a code of too large a value. */
  static ImageDecodeException noSuchCode() {
    return of("the compressed data hold an unknown code");
  }

  /** Reports a block of more than 64 coefficients, or bits that are not in its table. */
  static ImageDecodeException noSuchBlock() {
    return of("the compressed data hold a block of more than 64 coefficients or an unknown code");
  }
}
