// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.bpu4j.api.Category;
import io.github.bpu4j.api.Classifier;
import io.github.bpu4j.api.ClassifierSettings.Origin;
import io.github.bpu4j.api.metadata.ModelMetadata;
import io.github.bpu4j.testsupport.ExportedNetworks;
import io.github.bpu4j.testsupport.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Python of docs/your-model.md, with an export of the bundled network in place of PyTorch's.
 */
class YourModelPageTest {
  private static final Pattern PYTHON = Pattern.compile("(?ms)^```python\\n(.*?)^```");

  /** Writes the network that the test put there, and knows a thousand categories. */
  private static final String TORCH =
      """
      import shutil

      zeros = lambda *shape: shape

      class onnx:
          @staticmethod
          def export(network, picture, path, **options):
              shutil.copy("export", path)
      """;

  private static final String TORCHVISION =
      """
      class models:
          class ResNet18_Weights:
              class IMAGENET1K_V1:
                  meta = {"categories": [f"category {i}" for i in range(1000)]}

          class resnet18:
              def __init__(self, weights):
                  pass

              def eval(self):
                  return self
      """;

  @TempDir Path folder;

  private static String python(String page) throws IOException {
    Matcher block = PYTHON.matcher(Files.readString(Repository.root().resolve(page)));
    assertThat(block.find()).as(page).isTrue();
    return block.group(1);
  }

  @Test
  void bothPagesShowTheSamePython() throws IOException {
    assertThat(python("docs/zh/your-model.md")).isEqualTo(python("docs/your-model.md"));
  }

  @Test
  void theExportIsClassifiedWithWhatTheScriptWrites() throws Exception {
    assumeThat(Path.of("/usr/bin/env")).exists();
    assumeThat(new ProcessBuilder("/usr/bin/env", "python3", "--version").start().waitFor())
        .isZero();
    Path bundled =
        Repository.root()
            .resolve("runtime-onnx/src/main/resources/io/github/bpu4j/runtime/onnx")
            .resolve("efficientnet_lite0_nv12_int8w.onnx");
    Files.write(
        folder.resolve("export"), ExportedNetworks.torchvision(Files.readAllBytes(bundled)));
    Files.writeString(folder.resolve("torch.py"), TORCH);
    Files.writeString(folder.resolve("torchvision.py"), TORCHVISION);
    Files.writeString(folder.resolve("export.py"), python("docs/your-model.md"));
    ProgramRun run =
        ProgramRun.of(
            new ProcessBuilder("/usr/bin/env", "python3", "export.py").directory(folder.toFile()));
    assertThat(run.exit()).as(run.err()).isZero();

    Path model = folder.resolve("resnet18.onnx");
    ModelMetadata metadata = ModelMetadata.find(model).orElseThrow();
    assertThat(metadata.info()).containsKeys("source", "sha256", "license", "top1");
    try (Classifier classifier = Classifier.builder().runtime("onnx").model(model).open()) {
      Category best =
          classifier.classify(Repository.root().resolve("examples/images/coffee.png")).best();
      assertThat(best.name()).isEqualTo("category 967");
      assertThat(classifier.settings().fit().origin()).isEqualTo(Origin.METADATA);
      assertThat(classifier.settings().labels().origin()).isEqualTo(Origin.METADATA);
    }
  }
}
