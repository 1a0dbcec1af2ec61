// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.ProgramRun;
import io.github.bpu4j.testsupport.StartedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes start and end correctly, whatever the state of the cache. */
class StartTest {
  @TempDir private Path folder;

  private static Path onlyFolderIn(Path cache) throws IOException {
    try (Stream<Path> folders = Files.list(cache)) {
      return folders.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  static StartedProgram start(List<String> options, String... arguments) throws IOException {
    return StartedProgram.start(program(options, arguments));
  }

  static ProgramRun run(List<String> options, String... arguments)
      throws IOException, InterruptedException {
    return ProgramRun.of(program(options, arguments));
  }

  static ProcessBuilder program(List<String> options, String... arguments) {
    ProcessBuilder program =
        new ProcessBuilder(JavaProgram.command(options, StartProbe.class, (Object[]) arguments));
    program.environment().remove("XDG_CACHE_HOME");
    program.environment().remove("BPU4J_CACHE_DIR");
    return program.redirectErrorStream(true);
  }

  static String output(ProgramRun run) {
    assertThat(run.exit()).as(run.out()).isZero();
    return run.out();
  }

  static List<String> cache(Path path) {
    return List.of("-Dbpu4j.cache.dir=" + path);
  }

  @Test
  void answersInTwoProcessesThatStartOnAnEmptyCacheAtOnce() throws Exception {
    Path cache = folder.resolve("cache");
    try (StartedProgram one = start(cache(cache));
        StartedProgram two = start(cache(cache))) {
      for (StartedProgram program : List.of(one, two)) {
        assertThat(output(program.end())).contains("answered").doesNotContain("WARN");
      }
    }
    try (Stream<Path> files = Files.walk(cache)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  @Test
  void saysWhyACacheCannotBeWrittenAndAnswersAllTheSame() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(output(run(cache(file.resolve("cache")))))
        .contains("WARN")
        .contains(
            "native code cannot be kept in the cache (" + file + " is not a folder; delete it")
        .contains("-Dbpu4j.cache.dir=FOLDER")
        .contains("answered");
  }

  @Test
  void takesLibrariesFromTheFolderThatTheUserNames() throws Exception {
    assertThat(output(run(cache(folder)))).contains("answered");
    Path natives = onlyFolderIn(folder);
    Path cache = folder.resolve("unused");
    List<String> options =
        List.of("-Dbpu4j.cache.dir=" + cache, "-Donnxruntime.native.path=" + natives);
    assertThat(output(run(options))).contains("answered");
    assertThat(cache).doesNotExist();
  }

  @Test
  void isUnavailableWithAReasonWhereTheLibraryDoesNotLoad() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    ProgramRun run = run(List.of("-Donnxruntime.native.path=" + empty));
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("unavailable (ONNX Runtime's native library does not load on")
        .contains(empty.toString())
        .contains("RuntimeUnavailableException: ONNX Runtime cannot be loaded");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void answersHoweverLongTheCommandLineIs() throws Exception {
    List<String> options = new ArrayList<>(cache(folder));
    options.add("-Dlong=" + "x".repeat(100_000));
    assertThat(output(run(options))).contains("answered");
  }

  @Test
  void leavesNothingInTheHome() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    ProcessBuilder program = program(cache(folder.resolve("cache")));
    program.environment().put("HOME", home.toString());
    assertThat(output(ProgramRun.of(program))).contains("answered");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void exitsInTheMiddleOfRuns() throws Exception {
    assertThat(output(run(cache(folder), "exit"))).contains("answered");
  }
}
