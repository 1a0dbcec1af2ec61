// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.cli.doctor.finding.Finding;
import io.github.bpu4j.cli.doctor.view.SystemView;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** No file of a tree can stop the examination, or lead it out of the tree. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
final class HostileTreesTest {
  @TempDir private Path folder;
  private Path root;

  @BeforeEach
  void construct() throws IOException {
    root = ConstructedTrees.healthyX5(Files.createDirectory(folder.resolve("tree")));
  }

  @Test
  void everyFileIsAPipeThatNobodyWrites() throws Exception {
    for (Path file : files()) {
      Files.delete(file);
      ProgramRun made = ProgramRun.of(new ProcessBuilder("mkfifo", file.toString()));
      assertThat(made.exit()).as(made.err()).isZero();
    }
    assertThat(examined())
        .contains("libdnn-not-a-library", "devices-not-devices", "os-unknown", "java-missing");
  }

  @Test
  void everyFileIsAFolder() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
      Files.createDirectory(file);
    }
    assertThat(examined()).contains("libdnn-not-a-library", "devices-not-devices", "os-unknown");
  }

  @Test
  void everyFileIsATerabyteOfZeros() throws IOException {
    for (Path file : files()) {
      try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
        huge.setLength(0);
        huge.setLength(1L << 40);
      }
    }
    assertThat(examined()).contains("libdnn-not-a-library", "soc-unnamed", "os-unknown");
  }

  @Test
  void everyFileIsGarbage() throws IOException {
    Random random = new Random(19);
    for (Path file : files()) {
      byte[] garbage = new byte[random.nextInt(5000)];
      random.nextBytes(garbage);
      Files.write(file, garbage);
    }
    assertThat(examined()).contains("libdnn-not-a-library", "os-unknown", "governor-scales");
  }

  @Test
  void everyFileIsALinkToItself() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
      Files.createSymbolicLink(file, file.getFileName());
    }
    assertThat(examined()).contains("libdnn-missing", "devices-missing", "os-unknown");
  }

  @Test
  void noFileMayBeRead() throws IOException, InterruptedException {
    for (Path file : files()) {
      ProgramRun.of(new ProcessBuilder("chmod", "000", file.toString()));
    }
    assertThat(
            Doctor.files(SystemView.ofTree(root)).stream().map(Finding::check).distinct().toList())
        .containsExactly(
            "os",
            "soc",
            "java",
            "libdnn",
            "libraries",
            "devices",
            "access",
            "ion",
            "bpu",
            "governor",
            "temperature",
            "cache",
            "fonts");
  }

  @Test
  void linksAreResolvedInTheTree() throws IOException {
    Files.writeString(folder.resolve("os-release"), "PRETTY_NAME=\"outside\"\n");
    Files.writeString(root.resolve("os-release"), "PRETTY_NAME=\"inside\"\n");
    Path link = root.resolve("etc/os-release");
    for (String target :
        List.of("../../os-release", "/os-release", "../../../../../../../../os-release")) {
      Files.delete(link);
      Files.createSymbolicLink(link, Path.of(target));
      assertThat(evidence("os")).as(target).startsWith("inside");
    }
    Files.delete(link);
    Files.createSymbolicLink(link, folder.resolve("os-release"));
    assertThat(evidence("os")).isEqualTo("no name in /etc/os-release");
  }

  @Test
  void aLinkedFolderStaysInTheTreeToo() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.createFile(outside.resolve("Stray.ttf"));
    Path fonts = root.resolve("usr/share/fonts");
    Files.move(fonts, root.resolve("usr/away"));
    Files.createSymbolicLink(fonts, outside);
    assertThat(evidence("fonts")).isEqualTo("no font in /usr/share/fonts");
  }

  @Test
  void noCutLibraryStopsIt() throws IOException {
    byte[] whole = ConstructedTrees.libdnn().bytes();
    Path file = root.resolve("usr/lib/libdnn.so");
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(evidence("libdnn")).as("of %d bytes", length).contains("/usr/lib/libdnn.so");
    }
  }

  @Test
  void noDamagedLibraryStopsIt() throws IOException {
    Random random = new Random(20);
    Path file = root.resolve("usr/lib/libdnn.so");
    for (int i = 0; i < 500; i++) {
      byte[] damaged = ConstructedTrees.libdnn().bytes();
      for (int j = 0; j < 4; j++) {
        damaged[random.nextInt(64 + 5 * 64)] = (byte) random.nextInt();
      }
      Files.write(file, damaged);
      assertThat(evidence("libdnn")).as("case %d", i).contains("/usr/lib/libdnn.so");
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).filter(file -> !Files.isSymbolicLink(file)).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private List<String> examined() throws IOException {
    return Doctor.files(SystemView.ofTree(root)).stream()
        .map(finding -> finding.diagnosis().id())
        .toList();
  }

  private String evidence(String check) throws IOException {
    return Doctor.files(SystemView.ofTree(root)).stream()
        .filter(finding -> finding.check().equals(check))
        .map(Finding::evidence)
        .findFirst()
        .orElseThrow();
  }
}
