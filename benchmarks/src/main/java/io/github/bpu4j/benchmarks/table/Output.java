// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.benchmarks.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs other programs and takes what they say. */
final class Output {
  private Output() {}

  /**
   * What a program writes on its standard output.
   *
   * @throws IOException when it fails or takes too long, with what it said
   */
  static String of(ProcessBuilder builder, long time, TimeUnit unit)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("bpu4j-output", ".txt");
    Process process = builder.redirectOutput(file.toFile()).start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(time, unit)) {
        throw new IOException(builder.command() + " did not end within " + time + " " + unit);
      }
      String output = Files.readString(file, StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IOException(
            builder.command() + " ended with " + process.exitValue() + ": " + output);
      }
      return output;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(file);
    }
  }
}
