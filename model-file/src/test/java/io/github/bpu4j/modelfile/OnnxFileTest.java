// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpu4j.modelfile.ModelFileException.Reason;
import io.github.bpu4j.testsupport.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxFileTest {
  @TempDir Path folder;

  @Test
  void readsAMadeFile() throws IOException {
    OnnxFile file = OnnxFile.read(file(ModelFiles.onnx()));
    assertThat(file.irVersion()).isEqualTo(8);
    assertThat(file.producer()).isEqualTo("maker 2.0");
    assertThat(file.opsets()).isEqualTo(Map.of("ai.onnx", 13L, "ai.onnx.ml", 3L));
    assertThat(file.graphName()).isEqualTo("made");
    assertThat(file.nodes()).isEqualTo(3);
    assertThat(file.metadata()).containsExactly(Map.entry("author", "nobody"));
    assertThat(file.inputs())
        .as("without the constant w")
        .containsExactly(new OnnxFile.Input("x", ElementType.FLOAT32, List.of(-1, 3)));
    OutputDescription output = file.outputs().get(0);
    assertThat(output.shape()).containsExactly(-1, 10);
    assertThat(output.classes()).hasValue(10);
    assertThat(output.endsInSoftmax()).isTrue();
  }

  @Test
  void refusesACompiledModelByName() throws IOException {
    Path file = file(ModelFiles.real());
    assertThatThrownBy(() -> OnnxFile.read(file))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("compiled for a BPU, not an ONNX model")
        .extracting("reason")
        .isEqualTo(Reason.COMPILED);
  }

  @Test
  void refusesWhatIsCut() throws IOException {
    byte[] whole = ModelFiles.onnx();
    for (int length = 0; length < whole.length; length++) {
      Path file = file(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> OnnxFile.read(file)).isInstanceOf(ModelFileException.class);
    }
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("model.onnx"), bytes);
  }
}
