// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu.library;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The header of a shared library; the loader itself reports a wrong architecture as "no such file".
 */
final class ElfFile {
  private static final int HEAD = 20;
  private static final int X86_64 = 62;
  private static final int AARCH64 = 183;

  private ElfFile() {}

  /** Why a process on this architecture cannot load the file; empty when it can. */
  static Optional<String> objection(Path file, String architecture) {
    if (!Files.isRegularFile(file)) {
      return Optional.of("there is no such file");
    }
    // No channel: an interrupted thread would see a library that cannot be read.
    try (InputStream in = new FileInputStream(file.toFile())) {
      return objection(in.readNBytes(HEAD), architecture);
    } catch (IOException e) {
      return Optional.of("it cannot be read (" + e + "); check its permissions");
    }
  }

  static Optional<String> objection(byte[] head, String architecture) {
    if (head.length < HEAD || head[0] != 0x7f || head[1] != 'E' || head[2] != 'L') {
      return Optional.of("it is not a shared library (ELF)");
    }
    int machine = (head[18] & 0xff) | (head[19] & 0xff) << 8;
    int own = "aarch64".equals(architecture) ? AARCH64 : X86_64;
    if (head[4] != 2 || machine != own) {
      return Optional.of(
          "it is built for "
              + name(machine)
              + ", this Java for "
              + name(own)
              + "; name a library of that architecture");
    }
    return Optional.empty();
  }

  private static String name(int machine) {
    return switch (machine) {
      case X86_64 -> "x86-64";
      case AARCH64 -> "arm64";
      default -> "ELF machine " + machine;
    };
  }
}
