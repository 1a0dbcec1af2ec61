// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import static io.github.bpu4j.runtime.onnx.StartTest.cache;
import static io.github.bpu4j.runtime.onnx.StartTest.output;
import static io.github.bpu4j.runtime.onnx.StartTest.run;
import static io.github.bpu4j.runtime.onnx.StartTest.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.testsupport.ProgramRun;
import io.github.bpu4j.testsupport.StartedProgram;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes start well on caches that are damaged, open to others, full or cut short. */
@DisabledOnOs(OS.WINDOWS)
class CacheStateTest {
  private static final String LIBRARY = NativeCacheTest.file("onnxruntime");

  /** A folder that nobody can make, root or not. */
  private static final String NOWHERE = "/proc/nowhere";

  @TempDir private Path folder;
  private Path cache;

  @BeforeEach
  void nameCache() throws IOException {
    cache = folder.toRealPath().resolve("cache");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static Path library(Path folder) throws IOException {
    return files(folder).stream()
        .filter(file -> file.getFileName().toString().equals(LIBRARY))
        .findFirst()
        .orElseThrow();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void chmod(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  @Test
  void healsADamagedCopyOfTheRightSize() throws Exception {
    assertThat(output(run(cache(cache)))).contains("answered");
    Path library = library(cache);
    chmod(library, "rwx------");
    try (RandomAccessFile file = new RandomAccessFile(library.toFile(), "rw")) {
      file.seek(file.length() / 2);
      file.write(new byte[1 << 20]);
    }
    assertThat(output(run(cache(cache))))
        .contains("WARN", library + " is damaged", "unpacked again", "answered");
    assertThat(output(run(cache(cache)))).doesNotContain("WARN").contains("answered");
  }

  @Test
  void logsWhatTheCheckOfTheCopyTakes() throws Exception {
    List<String> options = new ArrayList<>(cache(cache));
    options.add("-Dorg.slf4j.simpleLogger.log.io.github.bpu4j.api.spi=debug");
    assertThat(output(run(options))).doesNotContain("checked");
    assertThat(output(run(options))).containsPattern("checked .*" + LIBRARY + ".* in [\\d.]+ ms");
  }

  private static ProgramRun afterUmask(List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 000; exec \"$@\"", "sh"));
    ProcessBuilder program = StartTest.program(options);
    command.addAll(program.command());
    return ProgramRun.of(program.command(command));
  }

  @Test
  void opensNothingToOthersWhateverTheUmask() throws Exception {
    assertThat(output(afterUmask(cache(cache)))).contains("answered");
    assertThat(mode(cache)).isEqualTo("rwx------");
    assertThat(mode(library(cache).getParent())).isEqualTo("rwx------");
    assertThat(files(cache))
        .hasSize(2)
        .allSatisfy(file -> assertThat(mode(file)).isEqualTo("r-x------"));
  }

  @Test
  void refusesACacheThatOthersCanWriteAndAnswersAllTheSame() throws Exception {
    Files.createDirectory(cache);
    chmod(cache, "rwxrwxrwx");
    assertThat(output(run(cache(cache))))
        .contains("WARN", cache + " can be written by others (mode 0777)", "chmod go-w " + cache)
        .contains("-Dbpu4j.cache.dir=FOLDER", "answered");
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void leavesNothingAmongTemporaryFilesWithoutAHome() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    List<String> options = List.of("-Duser.home=" + NOWHERE, "-Djava.io.tmpdir=" + temporary);
    assertThat(output(run(options))).contains("WARN", "/proc", "answered");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void saysWhatToDoWhereNothingCanBeWritten() throws Exception {
    List<String> options = List.of("-Duser.home=" + NOWHERE, "-Djava.io.tmpdir=" + NOWHERE);
    ProgramRun run = run(options);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("unavailable", "no folder to unpack native code to")
        .contains("-Dbpu4j.cache.dir=FOLDER or BPU4J_CACHE_DIR=FOLDER");
  }

  @Test
  void startsAfterOthersThatWereKilledWhileTheyUnpacked() throws Exception {
    for (int megabytes = 0; megabytes < 20; megabytes += 6) {
      try (StartedProgram killed = start(cache(cache))) {
        while (killed.isAlive() && written() < (long) megabytes << 20) {
          Thread.onSpinWait();
        }
      }
    }
    assertThat(output(run(cache(cache)))).doesNotContain("WARN").contains("answered");
  }

  private long written() throws IOException {
    return Files.isDirectory(cache) ? size(cache) : -1;
  }

  private static long size(Path folder) throws IOException {
    long size = 0;
    for (Path file : files(folder)) {
      size = Math.max(size, file.toFile().length());
    }
    return size;
  }

  @Test
  void answersWhenTheDiskOfTheCacheIsFull() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        runs("mount", "-t", "tmpfs", "-o", "size=8m,mode=0700", "none", disk.toString()),
        "needs root, to mount a small disk");
    try {
      assertThat(output(run(cache(disk.toRealPath().resolve("cache")))))
          .contains("WARN", "No space left on device", "answered");
      assertThat(files(disk)).isEmpty();
      List<String> nowhereElse = new ArrayList<>(cache(disk.resolve("cache")));
      nowhereElse.add("-Djava.io.tmpdir=" + disk);
      assertThat(run(nowhereElse).out())
          .contains("no folder to unpack native code to", "No space left on device");
      assertThat(files(disk)).isEmpty();
    } finally {
      assertThat(runs("umount", disk.toString())).isTrue();
    }
  }

  private static boolean runs(String... command) throws IOException, InterruptedException {
    return ProgramRun.of(new ProcessBuilder(command)).exit() == 0;
  }
}
