// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders are made for this user alone, refused when others have a say, and written in one step.
 */
@DisabledOnOs(OS.WINDOWS)
class PrivateFolderTest {
  @TempDir Path top;

  @BeforeEach
  void resolveLinks() throws IOException {
    top = top.toRealPath();
  }

  @AfterEach
  void forgetCache() {
    System.clearProperty(CacheFolder.PROPERTY);
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void chmod(Path path, String mode) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  private static PrivateFolder.Content text(String text) {
    return out -> out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void makesWhatIsMissingForThisUserAlone() throws IOException {
    Path path = top.resolve("one/two");
    assertThat(PrivateFolder.at(path).path()).isEqualTo(path);
    assertThat(mode(top.resolve("one"))).isEqualTo("rwx------");
    assertThat(mode(path)).isEqualTo("rwx------");
  }

  @Test
  void closesAnOwnFolderToReadersAndLeavesThoseAbove() throws IOException {
    Path path = Files.createDirectories(top.resolve("one/two"));
    chmod(path, "rwxr-xr-x");
    chmod(path.getParent(), "rwxr-xr-x");
    PrivateFolder.at(path);
    assertThat(mode(path)).isEqualTo("rwx------");
    assertThat(mode(path.getParent())).isEqualTo("rwxr-xr-x");
  }

  @Test
  void refusesAFolderThatOthersCanWrite() throws IOException {
    Path path = Files.createDirectory(top.resolve("open"));
    chmod(path, "rwxrwxrwx");
    assertThatThrownBy(() -> PrivateFolder.at(path))
        .isInstanceOf(IOException.class)
        .hasMessage("%s can be written by others (mode 0777); run: chmod go-w %s", path, path);
    assertThatThrownBy(() -> PrivateFolder.at(path.resolve("below/it")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chmod go-w " + path);
    assertThat(path).isEmptyDirectory();
  }

  @Test
  void looksAtWhereALinkLeads() throws IOException {
    Path path = Files.createDirectory(top.resolve("open"));
    Path link = Files.createSymbolicLink(top.resolve("link"), path);
    assertThat(PrivateFolder.at(link.resolve("own")).path()).isEqualTo(path.resolve("own"));
    chmod(path, "rwxrwxrwx");
    assertThatThrownBy(() -> PrivateFolder.at(link.resolve("own")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("chmod go-w " + path);
  }

  @Test
  void saysWhatIsNoFolder() throws IOException {
    Path file = Files.createFile(top.resolve("file"));
    assertThatThrownBy(() -> PrivateFolder.at(file.resolve("below")))
        .isInstanceOf(IOException.class)
        .hasMessage(file + " is not a folder; delete it, or use another folder");
  }

  @Test
  void writesFilesThatNobodyMayWrite() throws IOException {
    PrivateFolder folder = PrivateFolder.at(top.resolve("own"));
    assertThat(folder.has("file")).isFalse();
    Path file = folder.write("file", text("first"));
    assertThat(folder.has("file")).isTrue();
    assertThat(mode(file)).isEqualTo("r-x------");
    assertThat(folder.write("file", text("second"))).hasContent("second");
    assertThat(folder.path()).isDirectoryContaining(path -> path.equals(file));
    assertThat(folder.path().toFile().list()).hasSize(1);
  }

  @Test
  void leavesTheFileAsItWasWhenWritingFails() throws IOException {
    PrivateFolder folder = PrivateFolder.at(top.resolve("own"));
    Path file = folder.write("file", text("first"));
    PrivateFolder.Content failing =
        out -> {
          out.write(1);
          throw new IOException("no space left on device");
        };
    assertThatThrownBy(() -> folder.write("file", failing)).hasMessage("no space left on device");
    assertThat(file).hasContent("first");
    assertThat(folder.path().toFile().list()).hasSize(1);
  }

  @Test
  void removesPartsThatAKilledProcessLeft() throws IOException {
    PrivateFolder folder = PrivateFolder.at(top.resolve("own"));
    Path abandoned = Files.write(folder.path().resolve("old.part"), new byte[10]);
    Path current = Files.write(folder.path().resolve("new.part"), new byte[10]);
    FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
    Files.setLastModifiedTime(abandoned, yesterday);
    folder.write("file", text("text"));
    assertThat(abandoned).doesNotExist();
    assertThat(current).exists();
  }

  @Test
  void takesPlainNamesAlone() throws IOException {
    PrivateFolder folder = PrivateFolder.at(top.resolve("own"));
    for (String name : new String[] {"", ".", "..", "../file", "a/b", "/etc/passwd"}) {
      assertThatThrownBy(() -> folder.resolve(name))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("plain name");
    }
  }

  @Test
  void leavesNothingOfAFreshFolder() throws IOException {
    Path path;
    try (PrivateFolder folder = PrivateFolder.fresh()) {
      path = folder.path();
      assertThat(mode(path)).isEqualTo("rwx------");
      folder.write("file", text("text"));
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void fillsTheCacheAndKeepsIt() throws IOException {
    System.setProperty(CacheFolder.PROPERTY, top.resolve("cache").toString());
    try (PrivateFolder folder = PrivateFolder.filled("name", own -> own.write("f", text("text")))) {
      assertThat(folder.path()).isEqualTo(top.resolve("cache/name"));
    }
    assertThat(top.resolve("cache/name/f")).hasContent("text");
  }

  @Test
  void fillsAFreshFolderWhereTheCacheCannotBeUsed() throws IOException {
    Path cache = Files.createDirectory(top.resolve("cache"));
    chmod(cache, "rwxrwxrwx");
    System.setProperty(CacheFolder.PROPERTY, cache.toString());
    Path path;
    try (PrivateFolder folder = PrivateFolder.filled("name", own -> own.write("f", text("text")))) {
      path = folder.path();
      assertThat(path.resolve("f")).hasContent("text");
    }
    assertThat(path).doesNotExist();
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void givesBothReasonsWhenNeitherCanBeFilled() {
    System.setProperty(CacheFolder.PROPERTY, top.resolve("cache").toString());
    AtomicReference<Path> last = new AtomicReference<>();
    PrivateFolder.Filling failing =
        folder -> {
          last.set(folder.path());
          throw new IOException("full: " + folder.path().getFileName());
        };
    assertThatThrownBy(() -> PrivateFolder.filled("name", failing))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no folder to unpack native code to: ")
        .hasMessageContaining("full: name")
        .hasMessageContaining("full: " + last.get().getFileName())
        .hasMessageContaining("-Dbpu4j.cache.dir=FOLDER or BPU4J_CACHE_DIR=FOLDER");
    assertThat(last.get()).doesNotExist();
  }
}
