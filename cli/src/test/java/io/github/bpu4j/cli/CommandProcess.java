// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.ProgramRun;
import io.github.bpu4j.testsupport.StartedProgram;
import java.io.IOException;
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
  /** Part of the status lines of classify and perf. */
  private static final String PROGRESS = " pictures";

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
    return of(ProgramRun.of(new ProcessBuilder(command(main, jvm, arguments))));
  }

  /** Runs {@code bpu4j} where files of more than 5 KB fail to be written, as on a full disk. */
  public static CommandProcess onFullDisk(Object... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -f 10; exec \"$@\"", "sh"));
    command.addAll(command(Bpu4j.class, List.of("-XX:-UsePerfData"), arguments));
    return of(ProgramRun.of(new ProcessBuilder(command)));
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
    try (StartedProgram program = StartedProgram.start(new ProcessBuilder(command))) {
      interrupt(program);
      return of(program.end());
    }
  }

  private static void interrupt(StartedProgram program) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!program.err().contains(PROGRESS) && program.isAlive() && System.nanoTime() - end < 0) {
      Thread.sleep(10);
    }
    ProgramRun.of(new ProcessBuilder("kill", "-INT", Long.toString(program.pid())));
  }

  private static CommandProcess of(ProgramRun run) {
    return new CommandProcess(run.exit(), run.out(), run.err());
  }

  /** The command line, for tests that manage the process themselves. */
  public static List<String> command(Class<?> main, List<String> jvm, Object... arguments) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" 3>&1 1>&2", "sh"));
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    options.addAll(List.of("-Djava.awt.headless=true", "-Dbpu4j.results=fd3"));
    options.add("--add-opens=java.base/java.io=ALL-UNNAMED");
    options.addAll(jvm);
    command.addAll(JavaProgram.command(options, main, arguments));
    return command;
  }
}
