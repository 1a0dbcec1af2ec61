// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * Size and CRC-32 of a file's content, to detect damage quickly. Protection against forgery is the
 * task of {@link PrivateFolder}.
 */
record Checksum(long size, long crc) {
  private static final int CHUNK = 1 << 18;

  /** Computes the checksum of everything that a channel delivers. */
  static Checksum of(ReadableByteChannel content) throws IOException {
    CRC32 crc = new CRC32();
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
    long size = 0;
    while (content.read(chunk) >= 0) {
      chunk.flip();
      size += chunk.remaining();
      crc.update(chunk);
      chunk.clear();
    }
    return new Checksum(size, crc.getValue());
  }

  /** Whether both are the same; the generated {@code equals} takes 40 ms at its first call. */
  boolean matches(Checksum other) {
    return size == other.size && crc == other.crc;
  }

  /** The CRC-32 in 8 hexadecimal digits. */
  String hex() {
    return HexFormat.of().toHexDigits(crc, 8);
  }

  @Override
  public String toString() {
    return size + " bytes with CRC-32 " + hex();
  }
}
