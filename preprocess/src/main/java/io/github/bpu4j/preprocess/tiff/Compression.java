// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.tiff;

import io.github.bpu4j.preprocess.ImageDecodeException;
import java.util.Map;

/** Compressions that can be checked to give exactly the promised bytes; others are refused. */
enum Compression {
  NONE,
  HUFFMAN,
  GROUP3,
  GROUP4,
  LZW,
  JPEG,
  DEFLATE,
  PACK_BITS;

  private static final Map<Integer, String> REFUSED =
      Map.ofEntries(
          Map.entry(6, "JPEG of before TIFF Technical Note 2"),
          Map.entry(32_766, "NeXT"),
          Map.entry(32_771, "CCITT RLEW"),
          Map.entry(32_809, "ThunderScan"),
          Map.entry(34_661, "JBIG"),
          Map.entry(34_676, "SGI LogLuv"),
          Map.entry(34_677, "SGI LogLuv 24"),
          Map.entry(34_712, "JPEG 2000"),
          Map.entry(34_887, "LERC"),
          Map.entry(34_925, "LZMA"),
          Map.entry(50_000, "Zstandard"),
          Map.entry(50_001, "WebP"));

  static Compression of(long tag) throws ImageDecodeException {
    return switch ((int) Math.min(tag, Integer.MAX_VALUE)) {
      case 1 -> NONE;
      case 2 -> HUFFMAN;
      case 3 -> GROUP3;
      case 4 -> GROUP4;
      case 5 -> LZW;
      case 7 -> JPEG;
      case 8, 32_946 -> DEFLATE;
      case 32_773 -> PACK_BITS;
      default ->
          throw new ImageDecodeException(
              "unsupported TIFF: compression %d (%s); write it with LZW or Deflate"
                  .formatted(tag, REFUSED.getOrDefault((int) tag, "unknown")));
    };
  }

  boolean isFax() {
    return this == HUFFMAN || this == GROUP3 || this == GROUP4;
  }

  /** Whether chunks give red, green and blue instead of Y, Cb and Cr. */
  boolean givesColors() {
    return this == JPEG;
  }

  void require(int bits, int samples) throws ImageDecodeException {
    boolean isSound =
        isFax() ? bits == 1 && samples == 1 : this != JPEG || (bits == 8 && samples <= 4);
    if (!isSound) {
      throw new ImageDecodeException(
          "unsupported TIFF: %s of %d samples of %d bits".formatted(this, samples, bits));
    }
  }
}
