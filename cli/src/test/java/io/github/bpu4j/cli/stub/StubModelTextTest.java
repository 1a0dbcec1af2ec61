// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bpu4j.cli.CommandProcess;
import io.github.bpu4j.modelfile.ModelFile;
import io.github.bpu4j.testsupport.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks descriptions as text; integration tests run them on the stand-in. */
final class StubModelTextTest {
  @TempDir private Path folder;

  @Test
  void theRealFile() throws IOException {
    assertThat(text(ModelFiles.real()))
        .isEqualTo(
            """
            bpu4j-stub-model 1
            # Made from model.bin.
            # From the file: names, types, shapes, quantization. Assumed: NV12 rows padded to a
            # multiple of 16 bytes, dense outputs. The scores are a checksum of the input.
            model tnv12
            description scores are a checksum of the input

            input x
              type NV12
              layout NCHW
              source PYRAMID
              valid 1 3 32 48

            output prob
              type F32
              layout NONE
              valid 1 10
              scores checksum
            """);
  }

  @Test
  void rawOutputsKeepTheirScales() throws IOException {
    assertThat(text(ModelFiles.withoutTail()))
        .contains("  type S32\n  layout NCHW\n  valid 1 10 1 1\n  quanti SCALE\n  axis 1\n")
        .containsPattern("  scale 2\\.3703536E-5( [0-9.E-]+){9}\n");
  }

  @Test
  void packedFilesGiveEveryModel() throws IOException {
    assertThat(text(ModelFiles.packed())).contains("model tnv12\n").contains("model second\n");
  }

  @Test
  void namesThatTheDescriptionCannotHoldAreRefused() throws IOException {
    byte[] bytes = ModelFiles.named("a#b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> text(bytes))
        .withMessageContaining("the name \"a#b\" does not fit");
  }

  @Test
  void theCommandWritesTheFileAndRefusesToReplaceTheModel() throws Exception {
    Path model = Files.write(folder.resolve("model.bin"), ModelFiles.real());
    Path out = folder.resolve("model.model");
    CommandProcess run = CommandProcess.run("stub-model", model, out);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.readString(out)).isEqualTo(text(ModelFiles.real()));
    assertThat(CommandProcess.run("stub-model", model, "-").out()).isEqualTo(Files.readString(out));
    assertThat(CommandProcess.run("stub-model", model, model).exit()).isEqualTo(2);
    assertThat(Files.readAllBytes(model)).isEqualTo(ModelFiles.real());
    CommandProcess foreign = CommandProcess.run("stub-model", out, folder.resolve("x"));
    assertThat(foreign.exit()).isEqualTo(1);
    assertThat(foreign.err()).contains("it is text");
  }

  private String text(byte[] bytes) throws IOException {
    ModelFile file = ModelFile.read(Files.write(folder.resolve("text.bin"), bytes));
    return StubModelText.of("model.bin", file);
  }
}
