// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.api.spi.PrivateFolder;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries are unpacked once, whole, and only for platforms that the jar knows. */
class NativeCacheTest {
  static final String PLATFORM =
      NativeFolder.platform(System.getProperty("os.name"), System.getProperty("os.arch"));

  private static final String LIBRARY = file("onnxruntime4j_jni");
  private static final String CACHE = "bpu4j.cache.dir";

  @TempDir private Path cache;

  @BeforeEach
  void nameCache() {
    System.setProperty(CACHE, cache.toString());
  }

  @AfterEach
  void forgetCache() {
    System.clearProperty(CACHE);
  }

  private static Path unpacked() throws IOException {
    try (PrivateFolder folder = NativeCache.of(PLATFORM).unpacked()) {
      return folder.path();
    }
  }

  static String file(String library) {
    return System.mapLibraryName(library);
  }

  @Test
  void unpacksOnceIntoAFolderNamedByContent() throws IOException {
    Path folder = unpacked();
    assertThat(folder.getFileName().toString())
        .matches("onnxruntime-" + PLATFORM + "(-[0-9a-f]{8}){2}");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(file("onnxruntime"), LIBRARY);
    }
    FileTime before = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
    Files.setLastModifiedTime(folder.resolve(LIBRARY), before);
    assertThat(unpacked()).isEqualTo(folder);
    assertThat(Files.getLastModifiedTime(folder.resolve(LIBRARY))).isEqualTo(before);
  }

  @Test
  void replacesAFileThatIsNotWhole() throws IOException {
    Path library = unpacked().resolve(LIBRARY);
    byte[] whole = Files.readAllBytes(library);
    Files.delete(library);
    Files.write(library, new byte[100]);
    unpacked();
    assertThat(library).hasBinaryContent(whole);
  }

  /** In one merged jar, versions have no manifest to be told apart by. */
  @Test
  void givesEachBuildAFolderOfItsOwn() throws IOException {
    Path first = Files.createDirectory(cache.resolve("first"));
    Path second = Files.createDirectory(cache.resolve("second"));
    for (String library : List.of("onnxruntime", "onnxruntime4j_jni")) {
      Files.writeString(first.resolve(file(library)), "same");
      Files.writeString(second.resolve(file(library)), "same");
    }
    assertThat(name(first)).isEqualTo(name(second));
    Files.writeString(second.resolve(LIBRARY), "other");
    assertThat(name(first)).isNotEqualTo(name(second));
  }

  private static String name(Path jar) throws IOException {
    return NativeCache.of(PLATFORM, (platform, file) -> url(jar.resolve(file))).name();
  }

  private static @Nullable URL url(Path file) {
    try {
      return Files.exists(file) ? file.toUri().toURL() : null;
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void saysWhenTheJarHasNothingForThePlatform() {
    assertThatThrownBy(() -> NativeCache.of("linux-riscv64"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file("onnxruntime"))
        .hasMessageContaining("linux-riscv64");
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void namesPlatformsAsTheJarDoes() {
    assertThat(NativeFolder.platform("Linux", "amd64")).isEqualTo("linux-x64");
    assertThat(NativeFolder.platform("Linux", "aarch64")).isEqualTo("linux-aarch64");
    assertThat(NativeFolder.platform("Mac OS X", "aarch64")).isEqualTo("osx-aarch64");
    assertThat(NativeFolder.platform("Windows 11", "amd64")).isEqualTo("win-x64");
  }
}
