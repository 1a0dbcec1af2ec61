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
 * The command run as a process of its own, with its streams laid as the launcher lays them.
 *
 * @param exit the exit code
 * @param out what came on stdout
 * @param err what came on stderr
 */
public record CommandProcess(int exit, String out, String err) {
  /** Stands in perf's live line. */
  private static final String PROGRESS = " pictures, ";

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** The top folder of the source tree. */
  public static Path root() {
    return ROOT;
  }

  public static Path photo(String name) {
    return ROOT.resolve("examples/images").resolve(name);
  }

  /** Runs {@code bpu4j} with these arguments to its end. */
  public static CommandProcess run(Object... arguments) throws IOException, InterruptedException {
    return runMain(Bpu4j.class, List.of(), arguments);
  }

  /** Runs a main class, with options of the JVM. */
  public static CommandProcess runMain(Class<?> main, List<String> jvm, Object... arguments)
      throws IOException, InterruptedException {
    return run(command(main, jvm, arguments), false);
  }

  /**
   * Runs {@code bpu4j} and sends it SIGINT, as Ctrl-C does, once it shows how many pictures it did.
   *
   * <p>Linux only: through env, since a process started in the background of a script inherits a
   * deaf ear.
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
          throw new AssertionError("no end after 120 s: " + command + ": " + text(err));
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

  /** The command line, for tests that must hold the process themselves. */
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
