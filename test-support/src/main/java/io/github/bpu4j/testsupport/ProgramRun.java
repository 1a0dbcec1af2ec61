// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport;

import java.io.IOException;
import java.time.Duration;

/**
 * The exit code and the output of a program.
 *
 * @param exit the exit code
 * @param out the text on stdout, and on stderr too if the builder merges them
 * @param err the text on stderr
 */
public record ProgramRun(int exit, String out, String err) {
  /** Longer than any program in a test runs, even on an emulated processor. */
  static final Duration LIMIT = Duration.ofMinutes(4);

  /** Runs a program and waits at most four minutes for it to end. */
  public static ProgramRun of(ProcessBuilder builder) throws IOException, InterruptedException {
    return of(builder, LIMIT);
  }

  /**
   * Runs a program and waits for it to end.
   *
   * @throws IOException if it cannot be started or is still running after {@code limit}
   */
  public static ProgramRun of(ProcessBuilder builder, Duration limit)
      throws IOException, InterruptedException {
    try (StartedProgram program = StartedProgram.start(builder)) {
      return program.end(limit);
    }
  }

  /**
   * Returns the text on stdout.
   *
   * @throws IOException if the exit code is not 0; the message contains all output
   */
  public String outOfSuccess() throws IOException {
    if (exit != 0) {
      throw new IOException("the program ended with " + exit + ", expected 0: " + out + err);
    }
    return out;
  }
}
