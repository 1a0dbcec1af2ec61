// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs the command after printing to file descriptor 1, as native libraries do. */
final class ChattyLibrary {
  static final String BANNER = "[BANNER] loaded";

  private ChattyLibrary() {}

  public static void main(String[] arguments) throws IOException {
    FileOutputStream descriptor1 = new FileOutputStream(FileDescriptor.out);
    descriptor1.write((BANNER + "\n").getBytes(StandardCharsets.US_ASCII));
    Bpu4j.main(arguments);
  }
}
