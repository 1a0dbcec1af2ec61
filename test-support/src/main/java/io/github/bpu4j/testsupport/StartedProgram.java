// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.testsupport;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs concurrently with its caller.
 *
 * <p>Its output goes to files, so that it never blocks on a reader; streams that the builder
 * already redirects are left alone. Closing ends the program and all of its children.
 */
public final class StartedProgram implements AutoCloseable {
  private final ProcessBuilder builder;
  private final Path out;
  private final Path err;
  private final Process process;

  private StartedProgram(ProcessBuilder builder, boolean conversing) throws IOException {
    this.builder = builder;
    out = Files.createTempFile("bpu4j-program", ".out");
    err = Files.createTempFile("bpu4j-program", ".err");
    if (!conversing && builder.redirectOutput().type() == Redirect.Type.PIPE) {
      builder.redirectOutput(out.toFile());
    }
    if (builder.redirectError().type() == Redirect.Type.PIPE) {
      builder.redirectError(err.toFile());
    }
    try {
      process = builder.start();
    } catch (IOException e) {
      deleteFiles();
      throw e;
    }
  }

  /** Starts a program with empty standard input. */
  public static StartedProgram start(ProcessBuilder builder) throws IOException {
    StartedProgram program = new StartedProgram(builder, false);
    program.process.getOutputStream().close();
    return program;
  }

  /** Starts a program to communicate with through {@link #reader} and {@link #answer}. */
  public static StartedProgram conversing(ProcessBuilder builder) throws IOException {
    return new StartedProgram(builder, true);
  }

  /** Returns the process ID. */
  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Returns the text on stdout so far, unless it is read through {@link #reader}. */
  public String out() throws IOException {
    return text(out);
  }

  /** Returns the text on stderr so far. */
  public String err() throws IOException {
    return text(err);
  }

  /** Returns the stdout of a program that was started for communication. */
  public BufferedReader reader() {
    return process.inputReader(StandardCharsets.UTF_8);
  }

  /** Sends a line to the stdin of a program that was started for communication. */
  public void answer(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Waits at most four minutes for the program to end. */
  public ProgramRun end() throws IOException, InterruptedException {
    return end(ProgramRun.LIMIT);
  }

  /**
   * Waits for the program to end.
   *
   * @throws IOException if it is still running after {@code limit}; it is ended then
   */
  public ProgramRun end(Duration limit) throws IOException, InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
      throw new IOException(
          "%s still ran after %d s and was ended; it wrote: %s%s"
              .formatted(builder.command(), limit.toSeconds(), out(), err()));
    }
    return new ProgramRun(process.exitValue(), out(), err());
  }

  @Override
  public void close() throws IOException {
    kill();
    deleteFiles();
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void deleteFiles() throws IOException {
    Files.deleteIfExists(out);
    Files.deleteIfExists(err);
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
