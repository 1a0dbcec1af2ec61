// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.testsupport.JavaProgram;
import io.github.bpu4j.testsupport.OtherUser;
import io.github.bpu4j.testsupport.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user who may not read one of the folders, which root always may. */
final class UnreadableFolderTest {
  @TempDir private Path folder;

  @Test
  void anUnreadableFolderIsOneFailedItem() throws Exception {
    assumeTrue(OtherUser.isPossible(), "needs root and setpriv");
    Path app = Files.createDirectory(folder.resolve("app"));
    String classPath = OtherUser.copyClassPath(app);
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Files.copy(CommandProcess.picture("chelsea.png"), photos.resolve("a.png"));
    Files.copy(CommandProcess.picture("coffee.png"), photos.resolve("z.png"));
    OtherUser.publish(folder);
    Path secret = Files.createDirectory(photos.resolve("secret"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
    Path cache = OtherUser.openFolder(folder.resolve("tmp")).resolve("cache");
    ProgramRun run =
        ProgramRun.of(
            OtherUser.program(
                List.of(
                    JavaProgram.java(),
                    "-Dbpu4j.cache.dir=" + cache,
                    "-cp",
                    classPath,
                    Bpu4j.class.getName(),
                    "classify",
                    "--top=1",
                    photos.toString())));
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("a.png", "Egyptian cat", "z.png", "espresso");
    assertThat(run.err())
        .contains("bpu4j: " + secret + ": permission denied", "bpu4j: 1 of 3 pictures failed");
  }
}
