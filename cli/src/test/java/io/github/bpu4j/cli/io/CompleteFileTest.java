// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
final class CompleteFileTest {
  private static final byte[] CONTENT = "content".getBytes(UTF_8);

  @TempDir private Path folder;

  @Test
  void theModeIsThatOfEveryNewFile() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    Set<PosixFilePermission> expected = Files.getPosixFilePermissions(plain);
    Path written = folder.resolve("written");
    CompleteFile.write(written, CONTENT);
    Path drawn = CompleteFile.writeNew(folder, List.of("drawn").iterator(), CONTENT);
    assertThat(Files.getPosixFilePermissions(written)).isEqualTo(expected);
    assertThat(Files.getPosixFilePermissions(drawn)).isEqualTo(expected);
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("plain", "written", "drawn");
  }

  @Test
  void aLinkStaysAndItsFileIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old, and longer");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));
    CompleteFile.write(link, CONTENT);
    assertThat(link).isSymbolicLink();
    assertThat(file).hasBinaryContent(CONTENT);
  }

  @Test
  void aPipeIsWrittenTo() throws Exception {
    Path pipe = folder.resolve("pipe");
    ProgramRun.of(new ProcessBuilder("mkfifo", pipe.toString()));
    CompletableFuture<byte[]> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readAllBytes(pipe);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    CompleteFile.write(pipe, CONTENT);
    assertThat(read.get()).isEqualTo(CONTENT);
    assertThat(folder.toFile().list()).containsExactly("pipe");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceThatTakesNothingIsNamed() {
    assertThatIOException()
        .isThrownBy(() -> CompleteFile.write(Path.of("/dev/full"), CONTENT))
        .withMessage("/dev/full cannot be written: No space left on device");
  }

  @Test
  void theFirstFreeNameIsTaken() throws IOException {
    Path taken = Files.writeString(folder.resolve("a"), "old");
    assertThat(CompleteFile.writeNew(folder, List.of("a", "b").iterator(), CONTENT))
        .isEqualTo(folder.resolve("b"))
        .hasBinaryContent(CONTENT);
    assertThatThrownBy(() -> CompleteFile.writeNew(folder, List.of("a").iterator(), CONTENT))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(taken).hasContent("old");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aMissingFolderIsNamed() {
    Path absent = folder.resolve("absent");
    assertThatIOException()
        .isThrownBy(() -> CompleteFile.write(absent.resolve("out"), CONTENT))
        .withMessage("out cannot be written to " + absent + ": no such file or folder");
  }
}
