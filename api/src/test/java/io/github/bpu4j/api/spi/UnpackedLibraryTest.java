// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is loaded is what the jar holds, whatever happened to the copy. */
@DisabledOnOs(OS.WINDOWS)
class UnpackedLibraryTest {
  private static final byte[] CODE = "native code".getBytes(StandardCharsets.UTF_8);
  private static final String NAME = "libcode.so";

  @TempDir Path top;
  private PrivateFolder folder;
  private Path copy;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = PrivateFolder.at(top.resolve("own"));
    copy = folder.resolve(NAME);
  }

  private static long crc(byte[] content) {
    CRC32 crc = new CRC32();
    crc.update(content);
    return crc.getValue();
  }

  /** Stored, so that a test finds the content to damage. */
  private URL packed(String jar) throws IOException {
    Path file = top.resolve(jar);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry("native/" + NAME);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(CODE.length);
      entry.setCrc(crc(CODE));
      zip.putNextEntry(entry);
      zip.write(CODE);
      zip.closeEntry();
    }
    return new URL("jar:" + file.toUri() + "!/native/" + NAME);
  }

  private Path unpack(URL resource) throws IOException {
    return UnpackedLibrary.of(resource).unpack(folder, NAME);
  }

  @Test
  void unpacksOnce() throws IOException {
    URL resource = packed("once.jar");
    assertThat(UnpackedLibrary.of(resource).checksum()).isEqualTo("%08x".formatted(crc(CODE)));
    assertThat(unpack(resource)).isEqualTo(copy).hasBinaryContent(CODE);
    FileTime before = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(copy, before);
    unpack(resource);
    assertThat(Files.getLastModifiedTime(copy)).isEqualTo(before);
  }

  @Test
  void takesResourcesThatAreInNoJar() throws IOException {
    Path resource = Files.write(top.resolve("plain"), CODE);
    assertThat(unpack(resource.toUri().toURL())).hasBinaryContent(CODE);
    Files.write(resource, new byte[CODE.length]);
    assertThat(unpack(resource.toUri().toURL())).hasBinaryContent(new byte[CODE.length]);
  }

  @Test
  void replacesADamagedCopyOfTheRightSize() throws IOException {
    URL resource = packed("damaged-copy.jar");
    unpack(resource);
    damageCopy();
    assertThat(unpack(resource)).hasBinaryContent(CODE);
    assertThat(Files.getPosixFilePermissions(copy))
        .isEqualTo(PosixFilePermissions.fromString("r-x------"));
  }

  private void damageCopy() throws IOException {
    Files.delete(copy);
    Files.write(copy, new byte[CODE.length]);
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("r-x------"));
  }

  @Test
  void replacesACopyThatOthersCouldWrite() throws IOException {
    URL resource = packed("open-copy.jar");
    unpack(resource);
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxrwxrwx"));
    unpack(resource);
    assertThat(Files.getPosixFilePermissions(copy))
        .isEqualTo(PosixFilePermissions.fromString("r-x------"));
  }

  @Test
  void replacesALinkByACopy() throws IOException {
    Path elsewhere = Files.write(top.resolve("elsewhere"), CODE);
    Files.createSymbolicLink(copy, elsewhere);
    assertThat(unpack(packed("link.jar"))).hasBinaryContent(CODE);
    assertThat(copy).isRegularFile();
    assertThat(Files.isSymbolicLink(copy)).isFalse();
  }

  @Test
  void refusesADamagedJar() throws IOException {
    URL resource = packed("damaged.jar");
    Path jar = top.resolve("damaged.jar");
    String bytes = Files.readString(jar, StandardCharsets.ISO_8859_1);
    Files.writeString(
        jar, bytes.replace("native code", "naXive code"), StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> unpack(resource))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("damaged.jar!/native/libcode.so is damaged")
        .hasMessageContaining("get the jar again");
    assertThat(folder.path()).isEmptyDirectory();
  }
}
