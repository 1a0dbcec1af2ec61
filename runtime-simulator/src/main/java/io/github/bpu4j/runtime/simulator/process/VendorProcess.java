// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.simulator.process;

import io.github.bpu4j.api.spi.PrivateFolder;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A started program of the vendor, with nothing of this process's environment.
 *
 * <p>Its current folder is one of its own, where its output goes to files, so that it never waits
 * for a reader. An interrupt of the calling thread neither ends a wait nor breaks off reading; the
 * flag is set again. Closing ends the program with all that it has started, and waits for that.
 */
public final class VendorProcess implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VendorProcess.class);
  private static final File NOTHING = new File("/dev/null");
  private static final String OUTPUT = "stdout.txt";
  private static final String ERRORS = "stderr.txt";

  /** What is read of a program's output; the vendor's write some kilobytes. */
  private static final int TEXT_LIMIT = 1 << 16;

  /** How long the system may take to remove a program that it was told to end. */
  private static final long END_SECONDS = 5;

  private final Process process;
  private final Path folder;

  private VendorProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * Starts a program.
   *
   * @param command the program's path and its arguments
   * @param folder its current folder, used by nobody else
   * @throws IOException if the system cannot start it
   */
  public static VendorProcess start(List<String> command, PrivateFolder folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.path().toFile())
            .redirectInput(NOTHING)
            .redirectOutput(folder.resolve(OUTPUT).toFile())
            .redirectError(folder.resolve(ERRORS).toFile());
    builder.environment().clear();
    return new VendorProcess(builder.start(), folder.path());
  }

  /**
   * Waits for the program's end.
   *
   * @param deadline of {@link System#nanoTime()}
   * @return whether it has ended
   */
  public boolean awaitEnd(long deadline) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The exit code, of a program that has ended. */
  public int exit() {
    return process.exitValue();
  }

  /** What it wrote on its standard output so far, at most the first 64 KiB. */
  public String output() {
    return text(OUTPUT);
  }

  /** What it wrote on its error output so far, at most the first 64 KiB. */
  public String errors() {
    return text(ERRORS);
  }

  private String text(String name) {
    try (InputStream in = new FileInputStream(folder.resolve(name).toFile())) {
      return new String(in.readNBytes(TEXT_LIMIT), StandardCharsets.UTF_8);
    } catch (IOException e) {
      LOG.debug("the output of {} cannot be read", process, e);
      return "";
    }
  }

  /** Ends the program and what it has started, without waiting; safe from any thread. */
  public void kill() {
    try (Stream<ProcessHandle> descendants = process.descendants()) {
      List<ProcessHandle> started = descendants.toList();
      process.destroyForcibly();
      started.forEach(ProcessHandle::destroyForcibly);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
      if (!awaitEnd(System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS))) {
        LOG.warn("{} still runs {} s after it was killed", process, END_SECONDS);
      }
    }
  }
}
