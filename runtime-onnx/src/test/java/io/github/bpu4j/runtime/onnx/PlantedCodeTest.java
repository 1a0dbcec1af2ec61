// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.OtherUser;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two users: what one of them planted, the other does not load. */
class PlantedCodeTest {
  private static final int ATTACKER = 4242;

  @TempDir private Path folder;
  private Path temporary;
  private String classPath;

  @BeforeEach
  void makeApplication() throws Exception {
    assumeTrue(OtherUser.isPossible(), "needs root and setpriv");
    folder = folder.toRealPath();
    Path app = Files.createDirectory(folder.resolve("app"));
    classPath = OtherUser.copyClassPath(app);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    OtherUser.publish(app);
    temporary = OtherUser.openFolder(folder.resolve("tmp"));
  }

  private String output(Path cache) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JavaProgram.java()));
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Dbpu4j.cache.dir=" + cache);
    command.addAll(List.of("-cp", classPath, StartProbe.class.getName()));
    ProgramRun run = ProgramRun.of(OtherUser.program(command).redirectErrorStream(true));
    assertThat(run.exit()).as(run.out()).isZero();
    return run.out();
  }

  /** A library of the right name in the right place. */
  private static Path plant(Path cache) throws IOException {
    Path own =
        Files.createDirectories(cache.resolve(NativeCache.of(NativeCacheTest.PLATFORM).name()));
    return Files.writeString(own.resolve(NativeCacheTest.file("onnxruntime")), "planted");
  }

  @Test
  void refusesACacheThatSomebodyElseMade() throws Exception {
    Path cache = temporary.resolve("cache");
    Path planted = plant(cache);
    OtherUser.publish(cache);
    OtherUser.give(cache, ATTACKER);
    assertThat(output(cache))
        .contains("WARN", cache + " belongs to " + ATTACKER, "expected root or this user")
        .contains("-Dbpu4j.cache.dir=FOLDER", "answered");
    assertThat(planted).hasContent("planted");
  }

  @Test
  void refusesItsFolderInACacheThatIsNotOnlyItsOwn() throws Exception {
    Path cache = OtherUser.openFolder(temporary.resolve("shared"));
    Path planted = plant(cache);
    OtherUser.publish(planted.getParent());
    OtherUser.give(planted.getParent(), ATTACKER);
    assertThat(output(cache))
        .contains("WARN", planted.getParent() + " belongs to " + ATTACKER, "expected this user")
        .contains("answered");
    assertThat(planted).hasContent("planted");
  }

  @Test
  void usesAStickyFolderThatManyShare() throws Exception {
    Path cache = OtherUser.openFolder(temporary.resolve("shared"));
    assertThat(output(cache)).doesNotContain("WARN").contains("answered");
    Path own = cache.resolve(NativeCache.of(NativeCacheTest.PLATFORM).name());
    assertThat(Files.getPosixFilePermissions(own))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.getAttribute(own, "unix:uid")).isEqualTo(OtherUser.UID);
  }
}
