// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.runtime.bpu.fork.LostRuntime;
import io.github.bpu4j.runtime.bpu.fork.TwoClassLoaders;
import io.github.bpu4j.runtime.bpu.status.StatusCode;
import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.stubs.StubControl;
import io.github.bpu4j.stubs.StubFault;
import io.github.bpu4j.stubs.StubFunction;
import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
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
    assertThat(start(1, "-Dbpu4j.cache.dir=" + folder.resolve("cache")).result())
        .startsWith("exit 0")
        .contains("bpu available", ANSWER);
    assertThat(unpacked(folder.resolve("cache"))).isEqualTo(1);
  }

  @Test
  void aRuntimeThatIsMissingInOneJarNamesTheCause() throws Exception {
    ProgramRun run =
        ProgramRun.of(
            new ProcessBuilder(
                JavaProgram.java(), "-cp", jar.toString(), LostRuntime.class.getName(), "x.onnx"));
    assertThat(run.outOfSuccess())
        .startsWith("no runtime is named 'onnx'; this program is one jar (" + jar.toUri().toURL())
        .contains("META-INF/services/io.github.bpu4j.api.spi.InferenceRuntime");
  }

  @Test
  void startsTwiceAtOnceOnAnEmptyCache() throws Exception {
    String cache = "-Dbpu4j.cache.dir=" + folder.resolve("cache");
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
    String cache = "-Dbpu4j.cache.dir=" + folder.resolve("cache");
    assertThat(start(useless, 1, cache).result())
        .startsWith("exit 3")
        .contains("the native code of bpu4j does not load");
    assertThat(start(1, cache).result()).startsWith("exit 0").contains(ANSWER);
  }

  @Test
  void healsADamagedCopyOfTheRightSize() throws Exception {
    Path cache = folder.toRealPath().resolve("cache");
    String option = "-Dbpu4j.cache.dir=" + cache;
    assertThat(start(1, option).result()).startsWith("exit 0").doesNotContain("WARN");
    Path copy = copies(cache).get(0);
    byte[] sound = Files.readAllBytes(copy);
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
    Files.write(copy, new byte[sound.length]);
    assertThat(start(1, option).result())
        .startsWith("exit 0")
        .contains("WARN", copy + " is damaged", "unpacked again", ANSWER);
    assertThat(copy).hasBinaryContent(sound);
  }

  @Test
  void unpacksToAFolderThatGoesAtOnceWhenTheHomeCannotBeWritten() throws Exception {
    assertThat(start(1, "-Duser.home=" + NOWHERE, "-Djava.io.tmpdir=" + folder).result())
        .startsWith("exit 0")
        .contains("WARN", "native code cannot be kept in the cache", ANSWER);
    assertThat(folder)
        .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("bpu4j"));
    assertThat(unpacked(folder)).isZero();
  }

  @Test
  void servesASecondClassLoaderWithACopy() throws Exception {
    List<String> command = new ArrayList<>(List.of(JavaProgram.java()));
    command.add("-Dbpu4j.dnn.library=" + NativeStubs.library());
    command.add("-Dbpu4j.cache.dir=" + folder.resolve("cache"));
    command.addAll(List.of("-cp", jar.toString(), TwoClassLoaders.class.getName()));
    command.add(jar.toString());
    ProgramRun run = ProgramRun.of(new ProcessBuilder(command));
    assertThat(run.out().lines())
        .as(run.err())
        .hasSize(2)
        .allMatch(line -> line.startsWith("available"));
    assertThat(unpacked(folder)).isEqualTo(1);
  }

  @Test
  void saysWhatToDoWhenNothingCanBeWritten() throws Exception {
    assertThat(start(1, "-Duser.home=" + NOWHERE, "-Djava.io.tmpdir=" + NOWHERE).result())
        .startsWith("exit 3")
        .contains("bpu unavailable", "no folder to unpack native code to")
        .contains("-Dbpu4j.cache.dir=FOLDER or BPU4J_CACHE_DIR=FOLDER");
  }

  @Test
  void breaksNoRuleOfJni() throws Exception {
    StubControl control = StandIn.reset();
    int failed = StatusCode.HB_DNN_RUN_TASK_FAILED.code();
    control.arm(StubFault.fail(StubFunction.FLUSH_MEM, failed).atCall(200));
    String cache = "-Dbpu4j.cache.dir=" + folder.resolve("cache");
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
            "-Dbpu4j.cache.dir=" + folder.resolve("cache"),
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
    return copies(cache).size();
  }

  private static List<Path> copies(Path cache) throws IOException {
    try (Stream<Path> files = Files.walk(cache)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("libjnibpu4jdnn"))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .toList();
    }
  }
}
