// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the command in its own process, with the streams set up as the launcher does.
 *
 * @param exit the exit code
 * @param out the text on stdout
 * @param err the text on stderr
 */
public record CommandProcess(int exit, String out, String err) {
  /** Part of perf's status line. */
  private static final String PROGRESS = " pictures, ";

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** The root of the source tree. */
  public static Path root() {
    return ROOT;
  }

  public static Path picture(String name) {
    return ROOT.resolve("examples/images").resolve(name);
  }

  /** Runs {@code bpu4j} with these arguments and waits for it to end. */
  public static CommandProcess run(Object... arguments) throws IOException, InterruptedException {
    return runMain(Bpu4j.class, List.of(), arguments);
  }

  /** Runs a main class with JVM options. */
  public static CommandProcess runMain(Class<?> main, List<String> jvm, Object... arguments)
      throws IOException, InterruptedException {
    return run(command(main, jvm, arguments), false);
  }

  /**
   * Runs {@code bpu4j} and sends it SIGINT, as Ctrl-C does, once it shows its progress.
   *
   * <p>Linux only: uses env because background processes of a script ignore SIGINT by default.
   */
  public static CommandProcess interrupted(Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(command(Bpu4j.class, List.of(), arguments));
    return run(command, true);
  }

  private static CommandProcess run(List<String> command, boolean interrupt)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("bpu4j", ".out");
    Path err = Files.createTempFile("bpu4j", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      try {
        if (interrupt) {
          interrupt(process, err);
        }
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
          throw new AssertionError("still running after 120 s: " + command + ": " + text(err));
        }
        return new CommandProcess(process.exitValue(), text(out), text(err));
      } finally {
        process.destroyForcibly();
      }
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static void interrupt(Process process, Path err)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!text(err).contains(PROGRESS) && process.isAlive() && System.nanoTime() - end < 0) {
      Thread.sleep(10);
    }
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  /** The command line, for tests that manage the process themselves. */
  public static List<String> command(Class<?> main, List<String> jvm, Object... arguments) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" 0>&1 1>&2", "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Djava.awt.headless=true", "-Dbpu4j.results=fd0"));
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
