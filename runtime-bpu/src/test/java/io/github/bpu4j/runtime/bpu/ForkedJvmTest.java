// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.runtime.bpu.status.StatusCode;
import io.github.bpu4j.stubs.StubControl;
import io.github.bpu4j.stubs.StubFault;
import io.github.bpu4j.stubs.StubFunction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way in JVMs of their own: one jar, empty caches, homes that cannot be written. */
class ForkedJvmTest {
  private static final String ANSWER = "class 270: 0.9523688";

  /** A folder that nobody can create, root or not. */
  private static final String NOWHERE = "/proc/nowhere";

  private static final Pattern ONLY_FOR_TESTS =
      Pattern.compile(
          "junit|assertj|byte-buddy|opentest4j|apiguardian|slf4j-simple|surefire|test-classes"
              + "|/testkit/|/test-support/|/runtime-native-stubs/");

  @TempDir static Path shared;
  private static Path jar;

  @TempDir Path folder;

  @BeforeAll
  static void buildJar() throws IOException {
    jar = FatJar.write(shared.resolve("app.jar"));
  }

  @BeforeEach
  void resetStandIn() {
    StandIn.reset();
  }

  @Test
  void runsFromOneFatJar() throws Exception {
    assertThat(start(1, "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache")).result())
        .startsWith("exit 0")
        .contains("bpu available", ANSWER);
    assertThat(unpacked(folder.resolve("cache"))).isEqualTo(1);
  }

  @Test
  void startsTwiceAtOnceOnAnEmptyCache() throws Exception {
    String cache = "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache");
    List<ForkedJvm> both = List.of(start(5, cache), start(5, cache));
    for (ForkedJvm each : both) {
      assertThat(each.result()).startsWith("exit 0").contains(ANSWER);
    }
    assertThat(unpacked(folder.resolve("cache"))).isEqualTo(1);
  }

  @Test
  void loadsItsOwnCodeAfterABuildOfTheSameNameSizeAndTime() throws Exception {
    Path useless = Files.createDirectory(folder.resolve("useless")).resolve("app.jar");
    FatJar.withUselessCode(jar, useless);
    String cache = "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache");
    assertThat(start(useless, 1, cache).result())
        .startsWith("exit 3")
        .contains("the native code of bpu4j does not load");
    assertThat(start(1, cache).result()).startsWith("exit 0").contains(ANSWER);
  }

  @Test
  void unpacksToTheTemporaryFolderWhenTheHomeCannotBeWritten() throws Exception {
    assertThat(start(1, "-Duser.home=" + NOWHERE, "-Djava.io.tmpdir=" + folder).result())
        .startsWith("exit 0")
        .contains(ANSWER);
    assertThat(unpacked(folder)).isEqualTo(1);
  }

  @Test
  void saysWhatToDoWhenNothingCanBeWritten() throws Exception {
    assertThat(start(1, "-Duser.home=" + NOWHERE, "-Djava.io.tmpdir=" + NOWHERE).result())
        .startsWith("exit 3")
        .contains("bpu unavailable", "no folder to unpack native code to")
        .contains("-Dorg.bytedeco.javacpp.cachedir=FOLDER");
  }

  @Test
  void breaksNoRuleOfJni() throws Exception {
    StubControl control = StandIn.reset();
    int failed = StatusCode.HB_DNN_RUN_TASK_FAILED.code();
    control.arm(StubFault.fail(StubFunction.FLUSH_MEM, failed).atCall(200));
    String cache = "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache");
    String result = start(500, cache, "-Xcheck:jni").result();
    // After the failure the request is spent: what it says then ends the program, in order.
    assertThat(result).contains("failed: ", "IllegalStateException");
    assertThat(result).doesNotContain("WARNING", "FATAL", "SIGSEGV");
    String sound = start(500, cache, "-Xcheck:jni").result();
    assertThat(sound).startsWith("exit 0").contains(ANSWER).doesNotContain("WARNING", "FATAL");
    StandIn.assertClean();
  }

  @Test
  void runsOnTheModulePath() throws Exception {
    List<String> options =
        List.of(
            "--module-path",
            classPath(entry -> !ONLY_FOR_TESTS.matcher(entry).find()),
            "--add-modules",
            "io.github.bpu4j.runtime.bpu",
            "-classpath",
            classPath(entry -> entry.endsWith("/runtime-bpu/target/test-classes")));
    assertThat(ForkedJvm.start(1, options).result()).startsWith("exit 0").contains(ANSWER);
  }

  private ForkedJvm start(int inferences, String... options) throws IOException {
    return start(jar, inferences, options);
  }

  private ForkedJvm start(Path app, int inferences, String... options) throws IOException {
    return ForkedJvm.start(
        inferences,
        Stream.concat(Stream.of("-classpath", app.toString()), Arrays.stream(options)).toList());
  }

  private static String classPath(Predicate<String> wanted) {
    String entries = System.getProperty("java.class.path");
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(entries)
        .filter(wanted)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static long unpacked(Path cache) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("libjnibpu4jdnn"))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .count();
    }
  }
}
