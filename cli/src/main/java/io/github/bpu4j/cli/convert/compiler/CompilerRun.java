// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.convert.compiler;

import io.github.bpu4j.cli.language.Text;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A run of the compiler, with all that it starts.
 *
 * @param exit its exit code, above 128 for a signal
 * @param log what it wrote
 * @param interrupted whether it was ended because it was no longer wanted
 */
record CompilerRun(int exit, CompilerLog log, boolean interrupted) {
  private static final long POLL_MILLIS = 50;
  private static final long END_SECONDS = 10;

  /**
   * Runs it to its end.
   *
   * @param folder its current folder, which holds the settings
   * @param progress is told how far it has got
   * @param stopped polled; true ends it and its children
   */
  static CompilerRun of(
      HbMapper compiler, String yaml, Path folder, Consumer<Text> progress, BooleanSupplier stopped)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(compiler.command(yaml))
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true);
    compiler.addTo(builder.environment());
    Process process = builder.start();
    Thread ending = new Thread(() -> end(process), "end of hb_mapper");
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      return run(process, new CompilerLog(progress), stopped);
    } finally {
      end(process);
      Runtime.getRuntime().removeShutdownHook(ending);
    }
  }

  private static CompilerRun run(Process process, CompilerLog log, BooleanSupplier stopped) {
    Thread reading = new Thread(() -> read(process, log), "log of hb_mapper");
    reading.setDaemon(true);
    reading.start();
    boolean interrupted = false;
    try {
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        if (stopped.getAsBoolean()) {
          interrupted = true;
          end(process);
        }
      }
      reading.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
    } catch (InterruptedException e) {
      interrupted = true;
      end(process);
      Thread.currentThread().interrupt();
    }
    boolean stoppedAtLast = interrupted || stopped.getAsBoolean();
    return new CompilerRun(stoppedAtLast ? 130 : process.exitValue(), log, stoppedAtLast);
  }

  private static void read(Process process, CompilerLog log) {
    try (Reader in = process.inputReader(StandardCharsets.UTF_8)) {
      log.read(in);
    } catch (IOException e) {
      // It was ended while it wrote; what was read so far counts.
    }
  }

  /** Ends a process and all that it has started. */
  private static void end(Process process) {
    try (Stream<ProcessHandle> children = process.descendants()) {
      List<ProcessHandle> started = children.toList();
      process.destroyForcibly();
      started.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
