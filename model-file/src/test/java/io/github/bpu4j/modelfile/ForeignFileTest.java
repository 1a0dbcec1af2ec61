// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpu4j.modelfile.ModelFileException.Reason;
import io.github.bpu4j.testsupport.ModelFiles;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not a usable model is rejected by saying what it is. */
class ForeignFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''               | EMPTY   | it is empty (0 bytes)
          7f454c46020101   | ELF     | an ELF file
          2342324568626d23232323232323232303 | FOREIGN | a bare BPU program
          1f8b08           | FOREIGN | gzip archive; unpack it first
          504b0304         | FOREIGN | zip archive
          89504e470d0a1a0a | FOREIGN | PNG picture
          ffd8ffe0         | FOREIGN | JPEG picture
          1c00000054464c33 | FOREIGN | TensorFlow Lite
          00000000         | UNKNOWN | its 4 bytes begin with 00 00 00 00
          08011001         | UNKNOWN | its 4 bytes begin with 08 01 10 01
          """)
  void saysWhatItIs(String hex, Reason reason, String words) throws IOException {
    ModelFileException refusal = refusal(HexFormat.of().parseHex(hex));
    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal).hasMessageContaining("model.bin").hasMessageContaining(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"version https://git-lfs.example/v1", "<!DOCTYPE html>\n<html>", "你好"})
  void quotesTheFirstLineOfText(String text) throws IOException {
    ModelFileException refusal = refusal(text.getBytes(StandardCharsets.UTF_8));
    assertThat(refusal.reason()).isEqualTo(Reason.TEXT);
    assertThat(refusal)
        .hasMessageContaining("it is text, beginning with \"" + text.lines().toList().get(0));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aPipeWithoutAWriterIsRefusedAndNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("model.bin");
    ProgramRun.of(new ProcessBuilder("mkfifo", pipe.toString()));
    assertThatThrownBy(() -> ModelFile.read(pipe))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(pipe + " is not usable: it is a pipe or a device, expected a file");
    assertThatThrownBy(() -> OnnxFile.read(pipe)).hasMessageContaining("it is a pipe");
  }

  @Test
  void onnxIsNamed() throws IOException {
    ModelFileException refusal = refusal(ModelFiles.onnx());
    assertThat(refusal.reason()).isEqualTo(Reason.ONNX);
    assertThat(refusal).hasMessageContaining("ONNX model, not compiled for a BPU");
  }

  @Test
  void noiseIsNeverAModel() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      byte[] noise = new byte[4096];
      new Random(seed).nextBytes(noise);
      assertThat(refusal(noise).reason()).as("seed %d", seed).isNotNull();
    }
  }

  @Test
  void everyCutOfTheFileIsRefusedOrLacksOnlyTheSettings() throws IOException {
    byte[] whole = ModelFiles.small();
    int withoutSettings = ModelFiles.withoutBuildRecord().length - 262144 + 1024;
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      if (Math.abs(length - withoutSettings) > 8) {
        assertThat(refusal(cut).reason()).as("%d bytes", length).isNotEqualTo(Reason.DAMAGED);
      }
    }
  }

  @Test
  void aCutFileSaysHowMuchIsMissing() throws IOException {
    assertThat(refusal(Arrays.copyOf(ModelFiles.real(), 100_000)))
        .hasMessageContaining("cut short: it ends after 100000 bytes")
        .hasMessageContaining("field 5 needs 162754 bytes more")
        .extracting(ModelFileException::reason)
        .isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void aTailOfZerosIsDamage() throws IOException {
    byte[] real = ModelFiles.real();
    assertThat(refusal(Arrays.copyOf(real, real.length + 10)))
        .hasMessageContaining("a field has the number 0")
        .extracting(ModelFileException::reason)
        .isEqualTo(Reason.DAMAGED);
  }

  @Test
  void aFolderAndAMissingFileAreNamed() {
    assertThatThrownBy(() -> ModelFile.read(folder))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("it is a folder");
    assertThatThrownBy(() -> ModelFile.read(folder.resolve("none.bin")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("none.bin");
  }

  private ModelFileException refusal(byte[] bytes) throws IOException {
    Path file = file(bytes);
    return catchThrowableOfType(ModelFileException.class, () -> ModelFile.read(file));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("model.bin"), bytes);
  }
}
