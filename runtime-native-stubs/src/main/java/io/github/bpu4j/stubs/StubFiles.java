// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.stubs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The files in the jar: libraries by platform and descriptions by name. */
final class StubFiles {
  private StubFiles() {}

  static boolean hasLibrary(String platform) {
    return StubFiles.class.getResource(platform + "/libdnn.so") != null;
  }

  static byte[] library(String platform) throws IOException {
    byte[] bytes = read(platform + "/libdnn.so");
    if (bytes == null) {
      throw new IllegalStateException(
          "no stand-in libdnn.so for "
              + platform
              + " in this build: it was made without a compiler"
              + " for it. Install gcc (on Debian also gcc-aarch64-linux-gnu) and build again.");
    }
    return bytes;
  }

  static byte[] model(String name) throws IOException {
    byte[] bytes = read("models/" + name + ".model");
    if (bytes == null) {
      throw new IllegalArgumentException(
          "got model \"" + name + "\", expected one of " + NativeStubs.models());
    }
    return bytes;
  }

  private static byte @Nullable [] read(String resource) throws IOException {
    try (InputStream in = StubFiles.class.getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    }
  }

  /**
   * Returns the library without one symbol: its name in the string table is changed, so that a
   * lookup by hash finds the slot but the name does not match.
   */
  static byte[] without(byte[] library, StubFunction function) {
    byte[] name = ("\0" + function.symbol() + "\0").getBytes(StandardCharsets.US_ASCII);
    byte[] altered = library.clone();
    for (int i = 0; i + name.length <= altered.length; i++) {
      if (Arrays.equals(altered, i, i + name.length, name, 0, name.length)) {
        altered[i + name.length - 2] ^= 1;
        return altered;
      }
    }
    throw new IllegalStateException("the stand-in does not export " + function.symbol());
  }

  static Path write(Path file, byte[] bytes) throws IOException {
    return Files.write(file, bytes);
  }
}
