// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.ProgramRun;
import io.github.bpu4j.testsupport.StartedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where the launcher of an unpacked distribution keeps class archives, and what happens to them.
 *
 * <p>The Java that it starts is a script that shows its arguments and writes archives of one line.
 */
@DisabledOnOs(OS.WINDOWS)
final class DistributionLauncherTest {
  private static final String OPTION = "-XX:SharedArchiveFile=";

  @TempDir private Path folder;
  private Path home;
  private Path bpu4j;
  private Path jdk;
  private final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void unpack() throws IOException {
    home = Files.createDirectories(folder.resolve("bpu4j 1.0"));
    Files.createDirectories(home.resolve("bin"));
    bpu4j = home.resolve("bin/bpu4j");
    Files.copy(CommandProcess.root().resolve("bpu4j"), bpu4j);
    executable(bpu4j);
    Path jar = Files.createFile(home.resolve("bpu4j-cli.jar"));
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minus(Duration.ofDays(400))));
    Files.createDirectories(home.resolve("lib"));
    Files.writeString(home.resolve("lib/build"), "first");
    jdk = jdk("jdk-17", "JAVA_VERSION=\"17.0.15\"");
    environment.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
  }

  @Test
  void firstStartMakesAnArchiveAndTheNextOnesUseIt() throws Exception {
    Path archive = archive(launch()).orElseThrow();
    assertThat(archive.getParent()).isEqualTo(folder.resolve("home/.cache/bpu4j/class-archives"));
    assertThat(Files.getPosixFilePermissions(archive.getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(archive(launch())).contains(archive);
    assertThat(made()).isEqualTo(1);
  }

  @Test
  void archiveIsOfOneJdkAndOneBuild() throws Exception {
    Path archive = archive(launch()).orElseThrow();
    Path first = jdk;
    jdk = jdk("jdk-25", "JAVA_VERSION=\"25.0.3\"");
    assertThat(archive(launch())).isPresent().isNotEqualTo(Optional.of(archive));
    jdk = first;
    Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Another\"");
    assertThat(archive(launch())).isPresent().isNotEqualTo(Optional.of(archive));
    Files.writeString(home.resolve("lib/build"), "second");
    assertThat(archive(launch())).isPresent();
    assertThat(made()).isEqualTo(4);
  }

  @Test
  void jdkWithoutReleaseFileIsAskedForItsVersion() throws Exception {
    Files.delete(jdk.resolve("release"));
    Path archive = archive(launch()).orElseThrow();
    environment.put("FAKE_VERSION", "updated");
    assertThat(archive(launch())).isPresent().isNotEqualTo(Optional.of(archive));
  }

  @ParameterizedTest
  @CsvSource({
    "XDG_CACHE_HOME,  cache, cache/bpu4j/class-archives",
    "BPU4J_CACHE_DIR, cache, cache/class-archives",
    "HOME,            home,  home/.cache/bpu4j/class-archives"
  })
  void cacheFolderIsTheCommands(String variable, String value, String archives) throws Exception {
    environment.put(variable, folder.resolve(value).toString());
    assertThat(archive(launch()).orElseThrow().getParent()).isEqualTo(folder.resolve(archives));
  }

  @Test
  void relativeCacheHomeIsIgnoredAsItsRulesSay() throws Exception {
    environment.put("XDG_CACHE_HOME", "cache");
    assertThat(archive(launch()).orElseThrow()).startsWithRaw(folder.resolve("home/.cache"));
  }

  @Test
  void changedArchiveIsMadeAnew() throws Exception {
    Path archive = archive(launch()).orElseThrow();
    Files.writeString(archive, "garbage");
    later(archive);
    assertThat(archive(launch())).contains(archive);
    assertThat(archive).content().isEqualTo("archive\n");
    assertThat(made()).isEqualTo(2);

    Files.delete(archive.resolveSibling(archive.getFileName() + ".made"));
    assertThat(archive(launch())).contains(archive);
    assertThat(made()).isEqualTo(3);
  }

  @Test
  void failureIsNotRepeatedAtEachStartButOnceADay() throws Exception {
    environment.put("FAKE_FAILS", "1");
    assertThat(archive(launch())).isEmpty();
    assertThat(archive(launch())).isEmpty();
    assertThat(made()).isEqualTo(1);
    try (Stream<Path> files = Files.list(folder.resolve("home/.cache/bpu4j/class-archives"))) {
      FileTime past = FileTime.from(Instant.now().minus(Duration.ofDays(3)));
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, past);
      }
    }
    environment.remove("FAKE_FAILS");
    assertThat(archive(launch())).isPresent();
  }

  @Test
  void archivesThatNobodyNeedsAnyMoreAreRemoved() throws Exception {
    Path archive = archive(launch()).orElseThrow();
    Files.setLastModifiedTime(archive, FileTime.from(Instant.now().minus(Duration.ofDays(40))));
    Files.writeString(home.resolve("lib/build"), "second");
    launch();
    assertThat(archive).doesNotExist();
  }

  @Test
  void withoutHomeThereIsNone() throws Exception {
    environment.remove("HOME");
    assertThat(archive(launch())).isEmpty();
    environment.put("HOME", "");
    assertThat(archive(launch())).isEmpty();
    assertThat(folder.resolve("java.calls")).doesNotExist();
  }

  @Test
  void folderThatCannotBeMadeIsNoFault() throws Exception {
    Files.createFile(folder.resolve("home/.cache"));
    assertThat(archive(launch())).isEmpty();
    environment.put("HOME", "/proc/nobody");
    assertThat(archive(launch())).isEmpty();
  }

  @Test
  void archiveThatCannotBeWrittenIsNoFault() throws Exception {
    Path archive = archive(launch()).orElseThrow();
    Files.delete(archive);
    Files.createDirectories(archive.resolve("something"));
    assertThat(archive(launch())).isEmpty();
  }

  @Test
  void folderThatOthersCanWriteIsNotUsed() throws Exception {
    Path archive = archive(launch()).orElseThrow();
    Files.setPosixFilePermissions(
        archive.getParent(), PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(archive(launch())).isEmpty();
  }

  @Test
  void nameWithAColonWouldMeanTwoArchives() throws Exception {
    environment.put("BPU4J_CACHE_DIR", folder.resolve("a:b").toString());
    assertThat(archive(launch())).isEmpty();
  }

  @Test
  void onlyOneOfManyStartsMakesIt() throws Exception {
    environment.put("FAKE_TIME", "1");
    List<StartedProgram> starts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      starts.add(StartedProgram.start(builder(bpu4j)));
    }
    for (StartedProgram start : starts) {
      try (start) {
        ProgramRun run = start.end();
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
      }
    }
    assertThat(made()).isEqualTo(1);
    assertThat(archive(launch())).isPresent();
  }

  @Test
  void worksThroughALinkInThePath() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("usr/bin"));
    Path link =
        Files.createSymbolicLink(bin.resolve("bpu4j"), Path.of("../../bpu4j 1.0/bin/bpu4j"));
    ProgramRun run = ProgramRun.of(builder(link));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("-jar\n" + folder.resolve("bpu4j 1.0/bpu4j-cli.jar") + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"11.0.24", "1.8.0_422", "16", "9.0.4"})
  void tooOldJavaIsNamed(String version) throws Exception {
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    ProgramRun run = ProgramRun.of(builder(bpu4j));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("is Java " + version + ", and 17 or newer is needed")
        .contains("set JAVA_HOME");
  }

  @Test
  void launcherAloneSaysWhatIsMissing() throws Exception {
    Files.delete(home.resolve("bpu4j-cli.jar"));
    ProgramRun run = ProgramRun.of(builder(bpu4j));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("there is no ").contains("unpack the whole distribution");
  }

  private Path jdk(String name, String release) throws IOException {
    Path created = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(created.resolve("bin"));
    Files.writeString(created.resolve("release"), release + "\n");
    executable(
        Files.writeString(
            created.resolve("bin/java"),
            """
            #!/bin/sh
            for argument in "$@"; do
              case $argument in
                -version) echo "version ${FAKE_VERSION-}" >&2; exit 0 ;;
                -XX:ArchiveClassesAtExit=*)
                  echo "$$" >> '%1$s/java.calls'
                  echo 'noise of Java'
                  sleep "${FAKE_TIME:-0}"
                  [ -z "${FAKE_FAILS-}" ] || exit 1
                  echo archive > "${argument#*=}"
                  exit 0
                  ;;
              esac
            done
            for argument in "$@"; do echo "$argument" >&3; done
            """
                .formatted(folder)));
    return created;
  }

  private ProgramRun launch() throws Exception {
    ProgramRun run = ProgramRun.of(builder(bpu4j));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("-jar\n").endsWith("a picture.png\n");
    return run;
  }

  private static Optional<Path> archive(ProgramRun run) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith(OPTION))
        .map(line -> Path.of(line.substring(OPTION.length())))
        .findFirst();
  }

  private int made() throws IOException {
    return Files.readAllLines(folder.resolve("java.calls")).size();
  }

  private ProcessBuilder builder(Path launcher) {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "classify", "a picture.png");
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("JAVA_HOME", jdk.toString());
    return builder.directory(folder.toFile());
  }

  private static void later(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(2)));
  }

  private static void executable(Path file) {
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
