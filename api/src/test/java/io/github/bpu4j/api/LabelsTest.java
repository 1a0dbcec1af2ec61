// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | tench, Tinca tinca",
        "270 | white wolf, Arctic wolf, Canis lupus tundrarum",
        "285 | Egyptian cat",
        "967 | espresso",
        "999 | toilet tissue, toilet paper, bathroom tissue"
      })
  void imageNetStandsInItsUsualOrder(int index, String name) {
    assertThat(Labels.imagenet().size()).isEqualTo(1000);
    assertThat(Labels.imagenet().name(index)).isEqualTo(name);
  }

  @Test
  void displayNamesFollowTheLanguageAndFallBackToTheName() {
    Labels labels =
        Labels.of(List.of("cat", "dog")).withDisplayNames(Locale.CHINESE, List.of("猫", "狗"));
    assertThat(labels.displayName(1, Locale.SIMPLIFIED_CHINESE)).isEqualTo("狗");
    assertThat(labels.displayName(1, Locale.FRENCH)).isEqualTo("dog");
    assertThat(labels.displayName(1, null)).isEqualTo("dog");
  }

  @Test
  void backgroundShiftsNamesAndDisplayNames() {
    Labels shifted = Labels.imagenet().withBackground();
    assertThat(shifted.size()).isEqualTo(1001);
    assertThat(shifted.name(0)).isEqualTo("background");
    assertThat(shifted.name(286)).isEqualTo("Egyptian cat");
    assertThat(shifted.displayName(286, Locale.CHINESE))
        .isEqualTo(Labels.imagenet().displayName(285, Locale.CHINESE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cat\ndog\n",
        "cat\r\ndog\r\n\r\n",
        "\uFEFFcat\ndog",
        "[\"cat\", \"dog\"]",
        "{\"0\": \"cat\", \"1\": \"dog\"}",
        "{\"1\": [\"n02\", \"dog\"], \"0\": [\"n01\", \"cat\"]}"
      })
  void textAndJsonFilesAreRead(String content) throws IOException {
    assertThat(Labels.read(file(content)).names()).containsExactly("cat", "dog");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | got no names",
        "[] | got no names",
        "[1, 2] | expected a name in quotes",
        "[\"cat\" | expected close marker",
        "[\"cat\"] x | Unrecognized token",
        "{\"cat\": \"0\"} | expected a class index as the key",
        "{\"0\": \"cat\", \"2\": \"dog\"} | index 1 is missing",
        "{\"0\": \"cat\", \"0\": \"dog\"} | index 0 occurs twice",
        "{\"0\": []} | expected [id, name]"
      })
  void badFilesSayWhatIsWrong(String content, String message) throws IOException {
    Path file = file(content);
    assertThatThrownBy(() -> Labels.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("labels " + file)
        .hasMessageContaining(message);
  }

  @Test
  void aBlankLineBeforeTheLastNameIsRefused() throws IOException {
    assertThatThrownBy(() -> Labels.read(file("\ncat\ndog\n")))
        .hasMessageContaining("line 1 is blank, expected the name of class 0");
    assertThatThrownBy(() -> Labels.read(file("cat\r\n \r\ndog")))
        .hasMessageContaining("line 2 is blank, expected the name of class 1");
  }

  @Test
  void moreNamesThanAnyNetworkHasAreRefused() throws IOException {
    assertThatThrownBy(() -> Labels.read(file("a\n".repeat(31_000_000))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 1048576 names");
    assertThatThrownBy(() -> Labels.read(file("[" + "\"a\",".repeat(1_100_000) + "\"a\"]")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 1048576 names");
    assertThatThrownBy(() -> Labels.read(file("a".repeat((64 << 20) + 1))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than 67108864 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev", "pipe"})
  void whatIsNotARegularFileIsRefusedAtOnce(String name) throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "this system has /dev/zero");
    Path file = folder.resolve(name);
    if (name.equals("pipe")) {
      ProgramRun.of(new ProcessBuilder("mkfifo", file.toString())).outOfSuccess();
    }
    assertThatThrownBy(() -> Labels.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage("labels " + file + ": not a regular file, expected a list of names");
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    Path file = folder.resolve("labels.txt");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0x80});
    assertThatThrownBy(() -> Labels.read(file)).hasMessageContaining("save the file as UTF-8");
  }

  @Test
  void translationsMustMatchInNumber() {
    Labels labels = Labels.numbered(3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labels.withDisplayNames(Locale.CHINESE, List.of("一")))
        .withMessageContaining("got 1, expected one per class, 3");
  }

  private Path file(String content) throws IOException {
    return Files.write(folder.resolve("labels.txt"), content.getBytes(StandardCharsets.UTF_8));
  }
}
