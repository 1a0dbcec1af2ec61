// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The first bytes of a program. Java hands a file that the system cannot start to a shell, whose
 * complaints would hide what is wrong.
 */
final class ProgramFormat {
  private static final int HEAD = 20;

  /** Where an ELF file names its processor, and the number of x86-64. */
  private static final int MACHINE = 18;

  private static final int X86_64 = 62;

  private ProgramFormat() {}

  /** Why it is not a program for x86-64 Linux; scripts are left to their interpreter. */
  static Optional<String> objection(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (startsWith(head, "#!")) {
      return Optional.empty();
    }
    if (head.length < HEAD || !startsWith(head, "\177ELF")) {
      return Optional.of("it is not a program for Linux");
    }
    int machine = (head[MACHINE] & 0xff) | (head[MACHINE + 1] & 0xff) << 8;
    return machine == X86_64
        ? Optional.empty()
        : Optional.of("it is a program for another processor (ELF machine " + machine + ")");
  }

  static boolean isScript(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return startsWith(in.readNBytes(2), "#!");
    }
  }

  private static boolean startsWith(byte[] head, String magic) {
    for (int i = 0; i < magic.length(); i++) {
      if (i >= head.length || head[i] != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
