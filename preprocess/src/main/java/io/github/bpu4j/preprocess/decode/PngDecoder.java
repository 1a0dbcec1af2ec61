// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.preprocess.decode;

import io.github.bpu4j.preprocess.DecodeLimits;
import io.github.bpu4j.preprocess.ImageDecodeException;
import io.github.bpu4j.preprocess.limits.LimitCheck;
import io.github.bpu4j.preprocess.pixels.ExifOrientation;
import io.github.bpu4j.preprocess.pixels.Pixels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * Decodes PNG by the JDK's reader, after a check of its chunks.
 *
 * <p>The JDK's reader ignores checksums and chunks after the last row, so that a damaged file may
 * yield another picture; therefore the CRC of every chunk must match and IEND must be present.
 */
final class PngDecoder {
  private static final int SIGNATURE_BYTES = 8;
  private static final int CHUNK_OVERHEAD = 12;
  private static final int IHDR = 0x49484452;
  private static final int IHDR_BYTES = 13;
  private static final int IEND = 0x49454E44;
  private static final int EXIF = 0x65584966;

  private PngDecoder() {}

  static Pixels decode(byte[] bytes, DecodeLimits limits) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(bytes);
    requireSize(file, limits);
    byte[] exif = checkChunks(file);
    Pixels pixels =
        BufferedImages.pixels(ImageReaders.readFirst(ImageReaders.ofJdk("png"), bytes, limits));
    return exif.length == 0 ? pixels : pixels.turn(ExifOrientation.of(exif));
  }

  private static void requireSize(ByteBuffer file, DecodeLimits limits)
      throws ImageDecodeException {
    int header = SIGNATURE_BYTES + 8;
    if (file.limit() < header + IHDR_BYTES || file.getInt(SIGNATURE_BYTES + 4) != IHDR) {
      throw new ImageDecodeException("damaged PNG: no header (IHDR) after the signature");
    }
    LimitCheck.requireSize(
        Integer.toUnsignedLong(file.getInt(header)),
        Integer.toUnsignedLong(file.getInt(header + 4)),
        limits);
  }

  /** Checks every chunk; returns the EXIF block, empty if there is none. */
  private static byte[] checkChunks(ByteBuffer file) throws ImageDecodeException {
    byte[] exif = {};
    CRC32 crc = new CRC32();
    int at = SIGNATURE_BYTES;
    while (at + CHUNK_OVERHEAD <= file.limit()) {
      int length = file.getInt(at);
      int type = file.getInt(at + 4);
      if (length < 0 || length > file.limit() - at - CHUNK_OVERHEAD) {
        break;
      }
      crc.reset();
      crc.update(file.slice(at + 4, length + 4));
      if ((int) crc.getValue() != file.getInt(at + 8 + length)) {
        throw new ImageDecodeException(
            "damaged PNG: the checksum of the chunk at byte %d is wrong; fetch the file again"
                .formatted(at));
      }
      if (type == IEND) {
        return exif;
      }
      if (type == EXIF) {
        exif = new byte[length];
        file.get(at + 8, exif);
      }
      at += CHUNK_OVERHEAD + length;
    }
    throw new ImageDecodeException(
        "damaged PNG: it ends at byte %d without its last chunk (IEND); fetch the file again"
            .formatted(file.limit()));
  }
}
