// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.ProgramRun;
import io.github.bpu4j.testsupport.StartedProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * When the launcher builds, and what it passes to Java.
 *
 * <p>It runs in a small source tree with a fake {@code mvn} and {@code java} that record how they
 * were called.
 */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
  @TempDir private Path folder;
  private Path tree;
  private Path tools;

  @BeforeEach
  void createTree() throws IOException {
    tree = Files.createDirectories(folder.resolve("a tree"));
    Files.copy(CommandProcess.root().resolve("bpu4j"), tree.resolve("bpu4j"));
    executable(tree.resolve("bpu4j"));
    Path launcher = Files.createDirectories(tree.resolve("cli/src/main/launcher"));
    Files.copy(
        CommandProcess.root().resolve("cli/src/main/launcher/source-tree.sh"),
        launcher.resolve("source-tree.sh"));
    Files.createDirectories(tree.resolve("cli/src/test"));
    Files.writeString(tree.resolve("pom.xml"), "<project/>");
    Files.writeString(tree.resolve("cli/pom.xml"), "<project/>");
    Files.writeString(tree.resolve("cli/src/main/A.java"), "class A {}");
    tools = Files.createDirectories(folder.resolve("tools"));
    script(
        "mvn",
        """
        echo "$$" >> "%1$s/mvn.calls"
        echo '[INFO] Building bpu4j Something'
        echo 'much chatter'
        sleep ${MVN_TIME:-0}
        [ -z "${MVN_FAILS-}" ] || { echo '[ERROR] that went wrong'; exit 1; }
        mkdir -p "%2$s/cli/target/lib"
        touch "%2$s/cli/target/bpu4j-cli.jar"
        """
            .formatted(folder, tree));
    script(
        "java",
        """
        for argument in "$@"; do
          case $argument in
            -XX:ArchiveClassesAtExit=*) echo "$$" >> "%s/archive.calls"; echo x > "${argument#*=}"; exit 0 ;;
          esac
        done
        echo banner of a native library
        echo result >&3
        for argument in "$@"; do echo "argument: $argument" >&3; done
        echo "LC_ALL: ${LC_ALL-}" >&3
        exit ${JAVA_EXIT:-0}
        """
            .formatted(folder));
  }

  @Test
  void buildsOnceAndThenOnlyWhenASourceIsNewer() throws Exception {
    ProgramRun first = launch("", "classify");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(builds()).isEqualTo(1);
    assertThat(first.err()).contains("bpu4j: Building bpu4j Something").doesNotContain("chatter");
    launch("", "classify");
    assertThat(builds()).isEqualTo(1);

    newer(tree.resolve("cli/src/test"));
    launch("", "classify");
    assertThat(builds()).as("tests are not built in").isEqualTo(1);
    Files.createDirectories(tree.resolve("examples/src/main"));
    newer(tree.resolve("examples/src/main"));
    newer(tree.resolve("examples/src"));
    launch("", "classify");
    assertThat(builds()).as("nor are examples").isEqualTo(1);
    newer(tree.resolve("cli/src/main/A.java"));
    launch("", "classify");
    assertThat(builds()).isEqualTo(2);
    Files.setLastModifiedTime(tree.resolve("cli/src/main/A.java"), FileTime.from(Instant.EPOCH));
    Files.delete(tree.resolve("cli/target/bpu4j-cli.jar"));
    launch("", "classify");
    assertThat(builds()).isEqualTo(3);
  }

  @Test
  void takesWhatMavenHasBuiltWithoutIt() throws Exception {
    Files.createDirectories(tree.resolve("cli/target/lib"));
    Path jar = Files.createFile(tree.resolve("cli/target/bpu4j-cli.jar"));
    newer(jar);
    assertThat(launch("", "classify").exit()).isZero();
    assertThat(folder.resolve("mvn.calls")).doesNotExist();
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
    launch("", "classify");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void onlyResultsReachStdout() throws Exception {
    ProgramRun run = launch("", "classify", "a picture.png");
    assertThat(run.out()).startsWith("result\n").doesNotContain("banner").doesNotContain("mvn");
    assertThat(run.err()).contains("banner of a native library");
    assertThat(run.out())
        .contains("argument: -Dbpu4j.results=fd3")
        .contains("argument: -Dbpu4j.terminal=false")
        .contains("argument: classify\nargument: a picture.png\n");
  }

  @Test
  void classArchiveBelongsToOneJdk() throws Exception {
    Path first = jdk("first");
    Path second = jdk("second");
    String archive = archive(launch("JAVA_HOME=" + first, "classify"));
    assertThat(archive).startsWith(tree + "/cli/target/bpu4j-").endsWith(".jsa");
    assertThat(archive(launch("JAVA_HOME=" + second, "classify"))).isNotEqualTo(archive);
    assertThat(archive(launch("JAVA_HOME=" + first, "classify"))).isEqualTo(archive);
    assertThat(folder.resolve("archive.calls")).content().hasLineCount(2);

    Files.writeString(first.resolve("release"), "JAVA_VERSION=\"25.0.4\"");
    assertThat(archive(launch("JAVA_HOME=" + first, "classify")))
        .as("updated where it was")
        .isNotEqualTo(archive);
  }

  @Test
  void archivesOfAnEarlierJarAreRemoved() throws Exception {
    String archive = archive(launch("JAVA_HOME=" + jdk("first"), "classify"));
    Files.setLastModifiedTime(Path.of(archive), FileTime.from(Instant.EPOCH));
    String other = archive(launch("JAVA_HOME=" + jdk("second"), "classify"));
    assertThat(Path.of(archive)).doesNotExist();
    assertThat(Path.of(other)).exists();
  }

  @Test
  void localeThatTheSystemDoesNotHaveIsReplaced() throws Exception {
    assertThat(launch("LC_ALL=xx_XX.UTF-8", "classify").out()).contains("LC_ALL: C.UTF-8\n");
    assertThat(launch("LC_ALL=C", "classify").out()).contains("LC_ALL: C.UTF-8\n");
    assertThat(launch("LANG=xx_XX.UTF-8", "classify").out()).contains("LC_ALL: C.UTF-8\n");
    assertThat(launch("LANG=C.UTF-8", "classify").out()).contains("LC_ALL: \n");
  }

  @Test
  void standardInputReachesTheCommand() throws Exception {
    script("java", "cat >&3");
    Path input = Files.writeString(folder.resolve("input"), "what was piped in");
    ProcessBuilder builder = builder(tree.resolve("bpu4j"), "", "classify", "-");
    assertThat(ProgramRun.of(builder.redirectInput(input.toFile())).out())
        .isEqualTo("what was piped in");
  }

  private Path jdk(String name) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.copy(tools.resolve("java"), home.resolve("bin/java"));
    executable(home.resolve("bin/java"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25.0.3\"");
    return home;
  }

  private static String archive(ProgramRun run) {
    String option = "argument: -XX:SharedArchiveFile=";
    return run.out()
        .lines()
        .filter(line -> line.startsWith(option))
        .map(line -> line.substring(option.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no class archive: " + run));
  }

  @Test
  void exitCodeIsTheCommands() throws Exception {
    assertThat(launch("JAVA_EXIT=7", "classify").exit()).isEqualTo(7);
  }

  @Test
  void failedBuildIs3AndTellsTheErrors() throws Exception {
    ProgramRun run = launch("MVN_FAILS=1", "classify");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("[ERROR] that went wrong").contains("launcher.log");
    assertThat(launch("", "classify").exit()).as("and it is tried again").isZero();
  }

  @Test
  void oneBuildAtATime() throws Exception {
    List<StartedProgram> launches = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      ProcessBuilder builder = builder(tree.resolve("bpu4j"), "MVN_TIME=1", "classify");
      launches.add(StartedProgram.start(builder));
    }
    for (StartedProgram launch : launches) {
      try (launch) {
        assertThat(launch.end().exit()).isZero();
      }
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void worksThroughALinkAndFromAnotherFolder() throws Exception {
    Path links = Files.createDirectories(folder.resolve("links"));
    Path link = Files.createSymbolicLink(links.resolve("b"), Path.of("../a tree/bpu4j"));
    ProcessBuilder builder = builder(link, "", "doctor").directory(links.toFile());
    ProgramRun run = ProgramRun.of(builder.redirectErrorStream(true));
    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("argument: doctor");
  }

  private ProgramRun launch(String setting, String... arguments) throws Exception {
    return ProgramRun.of(builder(tree.resolve("bpu4j"), setting, arguments));
  }

  private ProcessBuilder builder(Path launcher, String setting, String... arguments) {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(Set.of("JAVA_HOME", "LC_ALL", "LC_CTYPE", "LANG"));
    builder.environment().put("PATH", tools + ":/usr/bin:/bin");
    int equals = setting.indexOf('=');
    if (equals > 0) {
      builder.environment().put(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return builder;
  }

  private int builds() throws IOException {
    return Files.readAllLines(folder.resolve("mvn.calls")).size();
  }

  private static void newer(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(2)));
  }

  private void script(String name, String text) throws IOException {
    executable(Files.writeString(tools.resolve(name), "#!/bin/sh\n" + text));
  }

  private static void executable(Path file) {
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
