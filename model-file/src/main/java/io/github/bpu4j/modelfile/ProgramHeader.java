// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import io.github.bpu4j.modelfile.ModelFileException.Reason;
import io.github.bpu4j.modelfile.WireReader.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The first bytes of a BPU program, little-endian. The program begins with {@code #}, the
 * architecture's short name and {@code hbm}; fields follow at fixed places.
 */
final class ProgramHeader {
  private static final int RUNTIME_VERSION = 0x10;
  private static final int COMPILER_VERSION = 0x5c;
  private static final int MARCH = 0x154;
  private static final int MARCH_LENGTH = 16;
  private static final int SIZE = MARCH + MARCH_LENGTH;

  private ProgramHeader() {}

  static BpuProgram read(ByteSource source, Span program) throws IOException {
    byte[] bytes = source.bytes(program.start(), (int) Math.min(SIZE, program.length()));
    if (bytes.length < SIZE || bytes[0] != '#') {
      throw new ModelFileException(
          Reason.DAMAGED,
          "it is damaged: the BPU program at byte %d (%d bytes) does not begin with '#'"
                  .formatted(program.start(), program.length())
              + " and a header of "
              + SIZE
              + " bytes");
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return new BpuProgram(
        program.length(),
        march(bytes),
        version(header, RUNTIME_VERSION),
        version(header, COMPILER_VERSION));
  }

  private static String march(byte[] bytes) {
    int end = MARCH;
    while (end < SIZE && bytes[end] > ' ') {
      end++;
    }
    return new String(bytes, MARCH, end - MARCH, StandardCharsets.US_ASCII);
  }

  private static String version(ByteBuffer header, int at) {
    return Integer.toUnsignedString(header.getInt(at))
        + '.'
        + Integer.toUnsignedString(header.getInt(at + 4))
        + '.'
        + Integer.toUnsignedString(header.getInt(at + 8));
  }
}
