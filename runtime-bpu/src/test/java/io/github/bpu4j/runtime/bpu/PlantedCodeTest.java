// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.bpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.runtime.bpu.fork.Classify;
import io.github.bpu4j.stubs.NativeStubs;
import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.OtherUser;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that another user left where ours may be looked for is neither loaded nor touched. */
class PlantedCodeTest {
  private static final String ANSWER = "class 270: 0.9523688";
  private static final String NOWHERE = "/proc/nowhere";
  private static final int ATTACKER = 4242;

  @TempDir Path folder;
  private Path jar;
  private Path temporary;

  @BeforeEach
  void makeApplication() throws IOException {
    folder = folder.toRealPath();
    Path app = Files.createDirectory(folder.resolve("app"));
    jar = FatJar.write(app.resolve("app.jar"));
    NativeStubs.unpack(NativeStubs.platform(), app);
    NativeStubs.unpackModel(StandIn.RESNET18, app);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    OtherUser.publish(app);
    temporary = OtherUser.openFolder(folder.resolve("tmp"));
  }

  private List<String> command(String... options) {
    List<String> command = new ArrayList<>(List.of(JavaProgram.java(), ForkedJvm.WARNINGS));
    command.add("-Dbpu4j.dnn.library=" + jar.resolveSibling("libdnn.so"));
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", jar.toString(), Classify.class.getName()));
    command.addAll(List.of(jar.resolveSibling(StandIn.RESNET18 + ".bin").toString(), "1"));
    return command;
  }

  private static String output(ProcessBuilder program) throws IOException, InterruptedException {
    ProgramRun run = ProgramRun.of(program.redirectErrorStream(true));
    assertThat(run.exit()).as(run.out()).isZero();
    return run.out();
  }

  /** Each file below with its content; a link with where it leads. */
  private static Map<String, String> content(Path folder) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        boolean plain = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        content.put(file.toString(), plain ? Files.readString(file) : "");
      }
    }
    return content;
  }

  /** Where JavaCPP unpacks to without a home: the names of all that it might look for. */
  private Path plantForJavacpp(String user) throws IOException {
    Path planted = temporary.resolve(".javacpp-" + user);
    Path cache = Files.createDirectories(planted.resolve("cache"));
    String code = "app.jar/io/github/bpu4j/runtime/bpu/dnn/";
    for (String place : List.of(code, code + "native/", "app.jar/org/bytedeco/javacpp/")) {
      Path own = Files.createDirectories(cache.resolve(place + NativeStubs.platform()));
      Files.writeString(own.resolve("libjnibpu4jdnn.so"), "planted");
      Files.writeString(own.resolve("libjnijavacpp.so"), "planted");
    }
    Files.createSymbolicLink(
        cache.resolve(".lock"), Files.writeString(folder.resolve("victim"), "precious"));
    return planted;
  }

  @Test
  void leavesAloneWhatIsInTheTemporaryFolder() throws Exception {
    Path planted = plantForJavacpp(System.getProperty("user.name"));
    Map<String, String> before = content(planted);
    ProcessBuilder program = new ProcessBuilder(command("-Duser.home=" + NOWHERE));
    program.environment().remove("XDG_CACHE_HOME");
    program.environment().remove("BPU4J_CACHE_DIR");
    assertThat(output(program)).contains("WARN", "native code cannot be kept", ANSWER);
    assertThat(content(planted)).isEqualTo(before);
    assertThat(folder.resolve("victim")).hasContent("precious");
  }

  @Test
  void leavesItAloneAsAnotherUser() throws Exception {
    assumeTrue(OtherUser.isPossible(), "needs root and setpriv");
    Path planted = plantForJavacpp("nobody");
    OtherUser.give(planted, ATTACKER);
    Map<String, String> before = content(planted);
    assertThat(output(OtherUser.program(command())))
        .contains("WARN", "native code cannot be kept", ANSWER);
    assertThat(content(planted)).isEqualTo(before);
    assertThat(temporary.toFile().list()).containsExactly(".javacpp-nobody");
  }

  @Test
  void refusesACacheThatSomebodyElseMade() throws Exception {
    assumeTrue(OtherUser.isPossible(), "needs root and setpriv");
    Path cache = temporary.resolve("cache");
    Path planted = Files.createDirectories(cache.resolve("native")).resolve(name());
    Files.writeString(planted, "planted");
    OtherUser.publish(cache);
    OtherUser.give(cache, ATTACKER);
    assertThat(output(OtherUser.program(command("-Dbpu4j.cache.dir=" + cache))))
        .contains("WARN", cache + " belongs to " + ATTACKER, "expected root or this user")
        .contains("-Dbpu4j.cache.dir=FOLDER", ANSWER);
    assertThat(planted).hasContent("planted");
  }

  /** The name in the cache: it tells the build by its checksum. */
  private String name() throws IOException {
    try (FileSystem entries = FileSystems.newFileSystem(jar)) {
      Path code = entries.getPath("io/github/bpu4j/runtime/bpu/dnn/native", NativeStubs.platform());
      CRC32 crc = new CRC32();
      crc.update(Files.readAllBytes(code.resolve("libjnibpu4jdnn.so")));
      return "libjnibpu4jdnn-%08x.so".formatted(crc.getValue());
    }
  }
}
