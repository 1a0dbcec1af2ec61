// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.ProgramRun;
import io.github.bpu4j.testsupport.StartedProgram;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as a whole: help, version, interruption, readers that close the pipe. */
final class Bpu4jTest {
  private static final Path CAT = CommandProcess.picture("chelsea.png");

  @TempDir private Path folder;

  @Test
  void helpNamesEveryCommandAndExitCode() throws Exception {
    CommandProcess run = CommandProcess.run("--help");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("classify", "nv12", "info", "models", "perf", "doctor", "stub-model")
        .contains("Exit codes: 0 success, 1 some item failed, 2 wrong usage, 3 runtime");
    assertThat(run.err()).isEmpty();
    for (String command :
        List.of("classify", "nv12", "info", "models", "perf", "doctor", "stub-model")) {
      CommandProcess help = CommandProcess.run(command, "--help");
      assertThat(help.exit()).isZero();
      assertThat(help.out()).startsWith("Usage: bpu4j " + command + " ");
    }
    assertThat(CommandProcess.run("help", "nv12").out()).startsWith("Usage: bpu4j nv12 ");
  }

  @Test
  void noCommandIs2() throws Exception {
    CommandProcess run = CommandProcess.run();
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void version() throws Exception {
    CommandProcess run = CommandProcess.run("--version");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("bpu4j ").contains("Java ");
  }

  @Test
  void aLibraryIsRelativeToTheCurrentFolder() throws Exception {
    CommandProcess run = CommandProcess.run("doctor", "--runtime", "bpu", "--library", "libdnn.so");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).contains("  " + Path.of("libdnn.so").toAbsolutePath() + " (named by");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatNativeCodePrintsStaysOutOfTheResults() throws Exception {
    CommandProcess run =
        CommandProcess.runMain(
            ChattyLibrary.class, List.of(), "classify", "--json", "--top", 1, CAT);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("{").doesNotContain(ChattyLibrary.BANNER);
    assertThat(run.err()).isEqualTo(ChattyLibrary.BANNER + "\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void interruptionIs130() throws Exception {
    CommandProcess run = CommandProcess.interrupted("perf", "--warmup", 1_000_000_000);
    assertThat(run.exit()).as(run.err()).isEqualTo(130);
    assertThat(run.out()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aClosedPipeEndsTheRunQuietly() throws Exception {
    Path pictures = Files.createDirectories(folder.resolve("photos"));
    for (int i = 0; i < 30; i++) {
      Files.copy(CAT, pictures.resolve(i + ".png"));
    }
    List<String> command =
        CommandProcess.command(Bpu4j.class, List.of(), "classify", "--json", pictures);
    ProcessBuilder builder = new ProcessBuilder(command);
    try (StartedProgram program = StartedProgram.conversing(builder)) {
      try (BufferedReader results = program.reader()) {
        assertThat(results.readLine()).startsWith("{");
      }
      ProgramRun run = program.end();
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).isEmpty();
    }
  }
}
