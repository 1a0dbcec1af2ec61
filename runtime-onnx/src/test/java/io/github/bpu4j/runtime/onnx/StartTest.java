// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes start and end well, whatever the state of the cache. */
class StartTest {
  @TempDir private Path folder;

  private static Process start(List<String> options, String... arguments) throws IOException {
    return program(options, arguments).start();
  }

  private static ProcessBuilder program(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(StartProbe.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true);
  }

  private static String output(Process process) throws IOException, InterruptedException {
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }

  private static List<String> cache(Path path) {
    return List.of("-Dbpu4j.cache.dir=" + path);
  }

  @Test
  void answersInTwoProcessesThatStartOnAnEmptyCacheAtOnce() throws Exception {
    Path cache = folder.resolve("cache");
    Process one = start(cache(cache));
    Process two = start(cache(cache));
    for (Process process : List.of(one, two)) {
      assertThat(output(process)).contains("answered").doesNotContain("WARN");
    }
    try (Stream<Path> files = Files.walk(cache)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  @Test
  void saysWhyACacheCannotBeWrittenAndAnswersAllTheSame() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(output(start(cache(file.resolve("cache")))))
        .contains("WARN")
        .contains("cannot be kept in " + file.resolve("cache"))
        .contains("-Dbpu4j.cache.dir=FOLDER")
        .contains("answered");
  }

  @Test
  void takesLibrariesFromTheFolderThatTheUserNames() throws Exception {
    Path natives = NativeCache.of(NativeCacheTest.PLATFORM).unpacked(folder);
    Path cache = folder.resolve("unused");
    List<String> options =
        List.of("-Dbpu4j.cache.dir=" + cache, "-Donnxruntime.native.path=" + natives);
    assertThat(output(start(options))).contains("answered");
    assertThat(cache).doesNotExist();
  }

  @Test
  void isUnavailableWithAReasonWhereTheLibraryDoesNotLoad() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Process process = start(List.of("-Donnxruntime.native.path=" + empty));
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(text)
        .contains("unavailable (ONNX Runtime's native library does not load on")
        .contains(empty.toString())
        .contains("RuntimeUnavailableException: ONNX Runtime cannot be loaded");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void answersHoweverLongTheCommandLineIs() throws Exception {
    List<String> options = new ArrayList<>(cache(folder));
    options.add("-Dlong=" + "x".repeat(100_000));
    assertThat(output(start(options))).contains("answered");
  }

  @Test
  void leavesNothingInTheHome() throws Exception {
    Path home = Files.createDirectory(folder.resolve("home"));
    ProcessBuilder program = program(cache(folder.resolve("cache")));
    program.environment().put("HOME", home.toString());
    program.environment().remove("XDG_CACHE_HOME");
    assertThat(output(program.start())).contains("answered");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void exitsInTheMiddleOfRuns() throws Exception {
    assertThat(output(start(cache(folder), "exit"))).contains("answered");
  }
}
