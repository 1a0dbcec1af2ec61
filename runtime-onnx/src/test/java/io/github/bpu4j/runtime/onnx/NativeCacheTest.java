// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.runtime.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries are unpacked once, whole, and only for platforms that the jar knows. */
class NativeCacheTest {
  static final String PLATFORM =
      NativeFolder.platform(System.getProperty("os.name"), System.getProperty("os.arch"));

  private static final String LIBRARY = file("onnxruntime4j_jni");

  @TempDir private Path cache;

  private Path unpacked() throws IOException {
    return NativeCache.of(PLATFORM).unpacked(cache);
  }

  private static String file(String library) {
    return System.mapLibraryName(library);
  }

  @Test
  void unpacksOnceIntoAFolderOfTheVersion() throws IOException {
    Path folder = unpacked();
    assertThat(folder.getFileName().toString()).matches("onnxruntime-1\\.\\d+\\.\\d+-" + PLATFORM);
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
    Files.write(library, new byte[100]);
    unpacked();
    assertThat(library).hasBinaryContent(whole);
  }

  @Test
  void removesPartsThatAKilledProcessLeft() throws IOException {
    Path folder = unpacked();
    Path abandoned = Files.write(folder.resolve("old.part"), new byte[10]);
    Path current = Files.write(folder.resolve("new.part"), new byte[10]);
    FileTime yesterday = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
    Files.setLastModifiedTime(abandoned, yesterday);
    Files.delete(folder.resolve(LIBRARY));
    unpacked();
    assertThat(abandoned).doesNotExist();
    assertThat(current).exists();
  }

  @Test
  void saysWhenTheJarHasNothingForThePlatform() {
    assertThatThrownBy(() -> NativeCache.of("linux-riscv64").unpacked(cache))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file("onnxruntime"))
        .hasMessageContaining("linux-riscv64");
  }
}
