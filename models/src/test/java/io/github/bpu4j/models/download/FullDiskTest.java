// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.models.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.testsupport.ProgramRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file system of 1 MiB, which only root can mount. */
@EnabledOnOs(OS.LINUX)
final class FullDiskTest {
  private static final byte[] CONTENT = new byte[2 << 20];

  @TempDir private Path folder;
  private Path disk;
  private DownloadFixture fixture;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    fixture = new DownloadFixture(disk);
    ProgramRun run =
        ProgramRun.of(
            new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "none", disk.toString()));
    mounted = run.exit() == 0;
    assumeTrue(mounted, "SKIPPED, the full disk was not tested: " + run.err());
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      ProgramRun.of(new ProcessBuilder("umount", disk.toString())).outOfSuccess();
    }
  }

  @Test
  void isNoticedBeforeTheFirstByte() throws Exception {
    try (TestServer server = TestServer.plain(Answers.file(CONTENT, "\"v1\""))) {
      assertThat(fixture.fails(fixture.unpinned(server), fixture.options().build()))
          .contains("needs 2097152 bytes more, but only ")
          .contains("are free there; free some, or choose another cache");
      assertThat(fixture.transfers).isEmpty();
      assertThat(server.ranges()).hasSize(1);
    }
  }

  @Test
  void isNoticedWhenItIsFull() throws Exception {
    try (TestServer server = TestServer.plain(Answers.chunked(CONTENT))) {
      assertThat(fixture.fails(fixture.unpinned(server), fixture.options().build()))
          .contains("cannot be written (No space left on device)");
      assertThat(server.ranges()).hasSize(1);
    }
  }
}
