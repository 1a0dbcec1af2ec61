// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class PictureFilesTest {
  @TempDir private Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLoopOfLinksIsOneFailedItem() throws IOException {
    Path picture = Files.createFile(folder.resolve("a.png"));
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), folder);
    Path last = Files.createFile(folder.resolve("z.png"));
    List<PictureFiles.Item> items = PictureFiles.of(List.of(folder)).items();
    assertThat(items).extracting(PictureFiles.Item::path).containsExactly(picture, loop, last);
    assertThat(items.get(1).failure()).isInstanceOf(FileSystemLoopException.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anUnreadableFolderIsOneFailedItem() throws IOException {
    Path picture = Files.createFile(folder.resolve("a.png"));
    Path secret = Files.createDirectory(folder.resolve("secret"));
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
    try {
      assumeFalse(Files.isReadable(secret), "this user may read everything");
      List<PictureFiles.Item> items = PictureFiles.of(List.of(folder)).items();
      assertThat(items).extracting(PictureFiles.Item::path).containsExactly(picture, secret);
      assertThat(items.get(1).failure()).isInstanceOf(AccessDeniedException.class);
    } finally {
      Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void annotatedCopiesAreLeftOutUnlessNamed() throws IOException {
    Path picture = Files.createFile(folder.resolve("a.png"));
    Path copy = Files.createFile(folder.resolve("a.annotated.png"));
    Files.createFile(folder.resolve("A-2.Annotated.PNG"));
    PictureFiles files = PictureFiles.of(List.of(folder));
    assertThat(files.items()).containsExactly(new PictureFiles.Item(picture, null));
    assertThat(files.drawings()).isEqualTo(2);
    PictureFiles named = PictureFiles.of(List.of(copy));
    assertThat(named.items()).containsExactly(new PictureFiles.Item(copy, null));
    assertThat(named.drawings()).isZero();
  }
}
