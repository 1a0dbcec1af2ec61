// SPDX-License-Identifier: Apache-2.0
package io.github.bpu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpu4j.api.metadata.ModelMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code convert} writes, against files that {@code conversion_golden.py} made with OpenCV and
 * numpy: every byte of the calibration data and of the settings.
 */
final class ConvertGoldenTest {
  private static final Path NETWORKS =
      CommandProcess.root().resolve("cli/src/test/resources/conversion");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiny-ok",
        "tiny-nhwc",
        "tiny-logits",
        "tiny-dynamic-batch",
        "tiny-normalized",
        "tiny-opset18"
      })
  void dataAndSettingsEqualThoseOfOpenCv(String name) throws Exception {
    List<String> golden = Files.readAllLines(NETWORKS.resolve("golden/" + name + ".txt"));
    List<String> arguments = new ArrayList<>(List.of("convert"));
    arguments.add(NETWORKS.resolve(name + ".onnx").toString());
    arguments.addAll(List.of(golden.get(0).split(" ", -1)));
    for (String line : golden.subList(1, golden.size())) {
      arguments.add("--calibration");
      arguments.add(CommandProcess.root().resolve(line.substring(65)).toString());
    }
    Path out = folder.resolve("out");
    arguments.addAll(List.of("-o", out.toString()));
    InProcess run = InProcess.run(arguments.toArray());
    assertThat(run.exit()).as(run.err()).isZero();

    assertThat(out.resolve(name + ".yaml"))
        .hasSameTextualContentAs(NETWORKS.resolve("golden/" + name + ".yaml"));
    assertThat(hashes(out.resolve("calibration_f32")))
        .isEqualTo(golden.stream().skip(1).map(line -> line.substring(0, 64)).toList());
    ModelMetadata metadata = ModelMetadata.find(out.resolve(name + ".bin")).orElseThrow();
    assertThat(metadata.colorInput()).isEmpty();
    assertThat(metadata.range()).isPresent();
    assertThat(Files.readString(out.resolve("README.md")))
        .contains("hb_mapper makertbin --model-type onnx --config " + name + ".yaml");
    assertThat(Files.readString(out.resolve(name + ".yaml"))).doesNotContain("/");
  }

  private static List<String> hashes(Path data) throws Exception {
    List<String> hashes = new ArrayList<>();
    for (Path file : sorted(data)) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      hashes.add(HexFormat.of().formatHex(digest));
    }
    return hashes;
  }

  private static List<Path> sorted(Path data) throws IOException {
    try (Stream<Path> files = Files.list(data)) {
      return files.sorted().toList();
    }
  }
}
