// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.testsupport.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code bpu4j info} on the real compiled file and on files made from it. */
final class InfoCommandTest {
  @TempDir private Path folder;

  @Test
  void pageShowsTheFactsOfARealFile() throws Exception {
    CommandProcess run =
        CommandProcess.run("info", "--file-only", file("tiny.bin", ModelFiles.real()));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("263,977 bytes")
        .contains("model tnv12")
        .containsPattern("march +bayes-e \\(RDK X5\\)")
        .containsPattern("compiler +3\\.49\\.15")
        .containsPattern("runtime +3\\.15\\.55")
        .contains("NV12, 48 wide, 32 high")
        .containsPattern("range +regular \\(full\\)")
        .containsPattern("mean +123\\.675,116\\.28,103\\.53")
        .contains("10 classes")
        .contains("ends in a softmax")
        .contains("Dequantize, Softmax, Reshape");
  }

  @Test
  void jsonHasTheSameFacts() throws Exception {
    CommandProcess run =
        CommandProcess.run("info", "--json", "--file-only", file("tiny.bin", ModelFiles.real()));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(JsonKeys.values(run.out()))
        .containsAllEntriesOf(
            Map.ofEntries(
                Map.entry("format", "bin"),
                Map.entry("bytes", "263977"),
                Map.entry("models[].name", "tnv12"),
                Map.entry("models[].march", "bayes-e"),
                Map.entry("models[].fits_rdk_x5", "true"),
                Map.entry("models[].compiler_version", "3.49.15"),
                Map.entry("models[].runtime_version", "3.15.55"),
                Map.entry("models[].inputs[].type", "NV12"),
                Map.entry("models[].inputs[].width", "48"),
                Map.entry("models[].inputs[].height", "32"),
                Map.entry("models[].inputs[].range", "FULL"),
                Map.entry("models[].outputs[].classes", "10"),
                Map.entry("models[].outputs[].softmax", "true")));
    assertThat(run.out()).contains("\"mean\":[123.675,116.28,103.53]");
  }

  @Test
  void aRuntimesViewIsShownBesideTheFiles() throws Exception {
    Path onnx =
        CommandProcess.root()
            .resolve("runtime-onnx/src/main/resources/io/github/bpu4j/runtime/onnx")
            .resolve("efficientnet_lite0_nv12_int8w.onnx");
    CommandProcess run = CommandProcess.run("info", "--runtime", "onnx", onnx);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("ONNX model file")
        .contains("opset ai.onnx 13")
        .contains("1000 classes")
        .contains("as runtime onnx loads it")
        .containsPattern("input nv12 bytes +75264 +75264")
        .doesNotContain("differs");
  }

  @Test
  void anotherMarchIsShownAndMarked() throws Exception {
    Path file = file("x3.bin", ModelFiles.withSetting("MARCH", "bernoulli2"));
    CommandProcess run = CommandProcess.run("info", "--file-only", file);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("bernoulli2: NOT for the RDK X5, which only runs bayes-e");
  }

  @Test
  void badFilesDoNotStopTheRest() throws Exception {
    byte[] real = ModelFiles.real();
    Path good = file("good.bin", real);
    Path cut = file("cut.bin", Arrays.copyOf(real, 100_000));
    Path elf = file("libdnn.so", new byte[] {0x7f, 'E', 'L', 'F', 2, 1});
    CommandProcess run = CommandProcess.run("info", "--json", "--file-only", cut, good, elf);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().lines()).hasSize(3);
    assertThat(JsonKeys.values(run.out().lines().toList().get(0)))
        .containsEntry("error.type", "ModelFileException");
    assertThat(run.err())
        .contains("cut.bin is not usable: it is cut short")
        .contains("it is an ELF file");
  }

  @Test
  void theRuntimeGivenByNameMustLoadTheFile() throws Exception {
    Path bin = file("tiny.bin", ModelFiles.real());
    assertThat(CommandProcess.run("info", "--runtime", "onnx", bin).exit()).isEqualTo(3);
    assertThat(CommandProcess.run("info", "--runtime", "abacus", bin).exit()).isEqualTo(2);
    assertThat(CommandProcess.run("info").exit()).isEqualTo(2);
  }

  @Test
  void namesInAFileCannotSteerTheTerminal() throws Exception {
    Path file = file("evil.bin", ModelFiles.withSetting("MARCH", "\u001b[2Jbayes-e"));
    CommandProcess run = CommandProcess.run("info", "--all", "--file-only", file);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("[2Jbayes-e").doesNotContain("\u001b");
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
