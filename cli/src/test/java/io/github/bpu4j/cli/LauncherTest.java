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
    Files.createDirectories(tree.resolve("cli/src/main"));
    Files.createDirectories(tree.resolve("cli/src/test"));
    Files.writeString(tree.resolve("pom.xml"), "<project/>");
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
            -XX:ArchiveClassesAtExit=*) echo x > "${argument#*=}"; exit 0 ;;
          esac
        done
        echo banner of a native library
        echo result >&0
        for argument in "$@"; do echo "argument: $argument" >&0; done
        exit ${JAVA_EXIT:-0}
        """);
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
        .contains("argument: -Dbpu4j.results=fd0")
        .contains("argument: -Dbpu4j.terminal=false")
        .contains("argument: -XX:SharedArchiveFile=" + tree + "/cli/target/bpu4j.jsa")
        .endsWith("argument: classify\nargument: a picture.png\n");
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
    builder.environment().remove("JAVA_HOME");
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
