// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport;

import java.io.IOException;
import java.time.Duration;

/**
 * How a program ended and what it wrote.
 *
 * @param exit the exit code
 * @param out what came on stdout, and on stderr too where the builder joins them
 * @param err what came on stderr
 */
public record ProgramRun(int exit, String out, String err) {
  /** Longer than any program of a test runs, even on an emulated processor. */
  static final Duration LIMIT = Duration.ofMinutes(4);

  /** Runs a program to its end, for four minutes at most. */
  public static ProgramRun of(ProcessBuilder builder) throws IOException, InterruptedException {
    return of(builder, LIMIT);
  }

  /**
   * Runs a program to its end.
   *
   * @throws IOException when it cannot be started or is still running after {@code limit}
   */
  public static ProgramRun of(ProcessBuilder builder, Duration limit)
      throws IOException, InterruptedException {
    try (StartedProgram program = StartedProgram.start(builder)) {
      return program.end(limit);
    }
  }

  /**
   * What the program wrote on stdout.
   *
   * @throws IOException when it ended with another code than 0, with all that it wrote
   */
  public String outOfSuccess() throws IOException {
    if (exit != 0) {
      throw new IOException("the program ended with " + exit + ", expected 0: " + out + err);
    }
    return out;
  }
}
